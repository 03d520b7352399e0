/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.openmrs.util.OpenmrsUtil;
import org.springframework.util.FileSystemUtils;

/** Loads a module's classes from a copy of its file and from the libraries in it, before those of its parent. */
public class ModuleClassLoader extends URLClassLoader {
    private final Module module;
    private final Path folder;

    public ModuleClassLoader(Module module, ClassLoader parent) {
        super(new URL[0], parent);
        this.module = module;
        try {
            Path cache = new File(OpenmrsUtil.getApplicationDataDirectory(), ".openmrs-lib-cache").toPath();
            folder = Files.createTempDirectory(Files.createDirectories(cache), module.getModuleId() + "-");
            Path copy = Files.copy(module.getFile().toPath(), folder.resolve(module.getModuleId() + ".jar"));
            addURL(copy.toUri().toURL());
            try (JarFile jar = new JarFile(copy.toFile())) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    if (entry.getName().matches("lib/[^/]+\\.jar")) {
                        Path library = folder.resolve(entry.getName().substring("lib/".length()));
                        try (InputStream in = jar.getInputStream(entry)) {
                            Files.copy(in, library);
                        }
                        addURL(library.toUri().toURL());
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Module getModule() {
        return module;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try {
                return findClass(name);
            } catch (ClassNotFoundException e) {
                return getParent().loadClass(name);
            }
        }
    }

    public void dispose() {
        try {
            close();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
