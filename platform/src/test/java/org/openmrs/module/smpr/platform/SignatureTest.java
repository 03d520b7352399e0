/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.Test;
import org.openmrs.OpenmrsObject;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.FieldVisitor;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/**
 * Every public or protected member of the stand-in exists in OpenMRS, with the same descriptor, generic signature,
 * constant and checked exceptions. What OpenMRS has is in signatures.txt, a copy of the lines needed of the project's
 * lists; -Dsignatures=DIRECTORY makes that copy anew.
 */
public class SignatureTest {
    private static final Path COPY = Path.of("src/test/resources/signatures.txt");
    private static final int VISIBLE = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED;

    /** A class of the lists: its line, its supertypes, and its members' lines by name and descriptor. */
    private record Listed(String line, List<String> supertypes, Map<String, String> members) {}

    private final Map<String, Listed> listed = new TreeMap<>();
    private final Map<String, Set<String>> used = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    @Test
    public void everyPublicOrProtectedMemberIsOneOfOpenmrs() throws Exception {
        String lists = System.getProperty("signatures");
        try (Stream<Path> files =
                lists == null ? Stream.of(COPY) : Files.list(Path.of(lists)).sorted()) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList()) {
                read(Files.readAllLines(file));
            }
        }
        Path classes = Path.of(OpenmrsObject.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(classes.resolve("org/openmrs"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
                Path path = classes.relativize(file);
                if (!path.startsWith("org/openmrs/module/smpr") && !path.startsWith("org/openmrs/web/test")) {
                    check(file);
                }
            }
        }
        assertEquals("", String.join("\n", faults));
        if (lists != null) {
            List<String> copy = new ArrayList<>();
            used.forEach((name, members) -> {
                copy.add(listed.get(name).line());
                copy.addAll(members);
            });
            Files.write(COPY, copy);
        }
    }

    private void read(List<String> lines) {
        Listed current = null;
        for (String line : lines) {
            if (line.startsWith("class ")) {
                List<String> supertypes = new ArrayList<>(List.of(value(line, "super")));
                supertypes.addAll(List.of(value(line, "implements").split(",")));
                current = new Listed(line, supertypes, new TreeMap<>());
                listed.putIfAbsent(line.split(" ")[1], current);
            } else if (line.startsWith("  ")) {
                current.members().put(key(line), line);
            }
        }
    }

    /** Name and descriptor; the lists put a field's flags after a semicolon of its own. */
    private static String key(String line) {
        return line.trim().split(" ")[1].replaceAll(";+$", "");
    }

    private static String value(String line, String key) {
        int at = line.indexOf(" " + key + "=");
        return at < 0 ? "" : line.substring(at + key.length() + 2).split(" ", 2)[0];
    }

    private void check(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            new ClassReader(in).accept(new Checker(), ClassReader.SKIP_CODE);
        }
    }

    private final class Checker extends ClassVisitor {
        private String name;
        private boolean visible;

        Checker() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version, int access, String name, String signature, String superName, String[] interfaces) {
            this.name = name;
            visible = (access & VISIBLE) != 0;
            if (!visible) {
                return;
            }
            if (!listed.containsKey(name)) {
                faults.add("not a class of OpenMRS: " + name);
                visible = false;
                return;
            }
            use(name, null);
            List<String> ours = new ArrayList<>(List.of(interfaces));
            ours.add(superName);
            ours.stream()
                    .filter(s -> s.startsWith("org/openmrs") && !ancestors(name).contains(s))
                    .forEach(s -> faults.add(name + " is no " + s));
        }

        @Override
        public void visitInnerClass(String inner, String outer, String innerName, int access) {
            if (inner.equals(name) && (access & VISIBLE) == 0) {
                visible = false;
            }
        }

        @Override
        public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
            if (visible && (access & VISIBLE) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0) {
                String line = find("field " + field + ":" + descriptor, access, signature, new String[0]);
                if (line != null && value != null && !line.endsWith(" = " + value)) {
                    faults.add(name + "." + field + " is not " + value);
                }
            }
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String method, String descriptor, String signature, String[] exceptions) {
            if (visible && (access & VISIBLE) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0) {
                find(
                        "method " + method + descriptor,
                        access,
                        signature,
                        exceptions == null ? new String[0] : exceptions);
            }
            return null;
        }

        private String find(String member, int access, String signature, String[] exceptions) {
            String key = key(member);
            for (String type : ancestors(name)) {
                String line =
                        listed.containsKey(type) ? listed.get(type).members().get(key) : null;
                if (line != null) {
                    use(type, line);
                    compare(member, line, access, signature, exceptions);
                    return line;
                }
            }
            if (!isInherited(member)) {
                faults.add("not of OpenMRS: " + name + " " + member);
            }
            return null;
        }

        private void compare(String member, String line, int access, String signature, String[] exceptions) {
            if (!value(line, "signature").equals(signature == null ? "" : signature)) {
                faults.add(name + " " + member + " has signature " + signature + " instead of "
                        + value(line, "signature"));
            }
            boolean isStatic = line.contains("static");
            if (isStatic != ((access & Opcodes.ACC_STATIC) != 0)) {
                faults.add(name + " " + member + (isStatic ? " is not static" : " is static"));
            }
            List<String> named = List.of(value(line, "throws").split(","));
            // What overrides a generic method gets a bridge, which names the unchecked exceptions too.
            boolean bridged = signature != null && signature.contains("TT;") && !isStatic;
            Set<String> theirs = bridged ? new TreeSet<>(named) : checked(named);
            Set<String> ours = bridged ? new TreeSet<>(List.of(exceptions)) : checked(List.of(exceptions));
            theirs.remove("");
            if (!member.contains("<init>") && !ours.equals(theirs)) {
                faults.add(name + " " + member + " throws other exceptions than " + value(line, "throws"));
            }
        }

        /** Whether it only implements what a class outside OpenMRS declares. */
        private boolean isInherited(String member) {
            return ancestors(name).stream()
                    .filter(a -> !a.isEmpty() && !a.startsWith("org/openmrs"))
                    .anyMatch(a -> {
                        try {
                            return Declared.of(a).contains(member.split(" ")[1]);
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    });
        }
    }

    private void use(String type, String line) {
        Set<String> members = used.computeIfAbsent(type, t -> new TreeSet<>());
        if (line != null) {
            members.add(line);
        }
    }

    private List<String> ancestors(String type) {
        List<String> found = new ArrayList<>(List.of(type));
        for (int i = 0; i < found.size(); i++) {
            Listed known = listed.get(found.get(i));
            if (known != null) {
                known.supertypes().stream().filter(s -> !found.contains(s)).forEach(found::add);
                use(found.get(i), null);
            }
        }
        return found;
    }

    /** The checked exceptions, without those of a library that the stand-in leaves out. */
    private static Set<String> checked(List<String> exceptions) {
        Set<String> checked = new TreeSet<>();
        for (String exception : exceptions) {
            try {
                if (!exception.isEmpty()
                        && !RuntimeException.class.isAssignableFrom(Class.forName(exception.replace('/', '.')))) {
                    checked.add(exception);
                }
            } catch (ClassNotFoundException e) {
                if (!exception.startsWith("org/codehaus/jackson")) {
                    checked.add(exception);
                }
            }
        }
        return checked;
    }

    /** The methods that a class outside OpenMRS declares, with those of its supertypes. */
    private static final class Declared {
        private final Set<String> methods = new TreeSet<>();

        /** By reflection: the JDK's own classes may be newer than what the class reader knows. */
        static Set<String> of(String type) throws IOException {
            Declared declared = new Declared();
            try {
                declared.read(Class.forName(type.replace('/', '.'), false, ClassLoader.getSystemClassLoader()));
            } catch (ClassNotFoundException e) {
                throw new IOException(e);
            }
            return declared.methods;
        }

        private void read(Class<?> type) {
            if (type == null) {
                return;
            }
            for (Constructor<?> made : type.getDeclaredConstructors()) {
                add("<init>", void.class, made.getParameterTypes());
            }
            for (Method method : type.getDeclaredMethods()) {
                add(method.getName(), method.getReturnType(), method.getParameterTypes());
            }
            read(type.getSuperclass());
            for (Class<?> parent : type.getInterfaces()) {
                read(parent);
            }
        }

        private void add(String name, Class<?> result, Class<?>[] parameters) {
            methods.add(name + MethodType.methodType(result, parameters).toMethodDescriptorString());
        }
    }
}
