/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module;

import java.io.File;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.openmrs.GlobalProperty;
import org.openmrs.Privilege;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Reads the config.xml of a module file. */
final class ModuleFile {
    /** Not "extension": that is of a user interface, of which there is none here. */
    private static final List<String> REFUSED =
            List.of("library", "dwr", "servlet", "filter", "packagesWithMappedClasses", "conditionalResource");

    private ModuleFile() {}

    static Module read(File file) {
        if (!file.getName().endsWith(".omod")) {
            throw new ModuleException("A module file ends in .omod: " + file);
        }
        try (JarFile jar = new JarFile(file)) {
            if (jar.getEntry("config.xml") == null) {
                throw new ModuleException("No config.xml in " + file);
            }
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
            try (InputStream in = jar.getInputStream(jar.getEntry("config.xml"))) {
                Module module = read(builder.parse(in).getDocumentElement());
                module.setFile(file);
                return module;
            }
        } catch (ModuleException e) {
            throw e;
        } catch (Exception e) {
            throw new ModuleException("Cannot read " + file, e);
        }
    }

    private static Module read(Element root) {
        for (String name : REFUSED) {
            if (root.getElementsByTagName(name).getLength() > 0) {
                throw new UnsupportedOperationException("The stand-in does not read <" + name + "> of config.xml");
            }
        }
        Module module = new Module(needed(root, "name"));
        module.setModuleId(needed(root, "id"));
        module.setVersion(text(root, "version"));
        module.setPackageName(needed(root, "package"));
        module.setAuthor(text(root, "author"));
        module.setDescription(text(root, "description"));
        module.setActivatorName(text(root, "activator"));
        module.setRequireOpenmrsVersion(text(root, "require_version"));
        for (Element required : all(root, "require_module")) {
            module.getRequiredModulesMap().put(required.getTextContent().trim(), required.getAttribute("version"));
        }
        for (Element advice : all(root, "advice")) {
            module.getAdvicePoints().add(new AdvicePoint(module, needed(advice, "point"), needed(advice, "class")));
        }
        for (Element privilege : all(root, "privilege")) {
            module.getPrivileges().add(new Privilege(needed(privilege, "name"), text(privilege, "description")));
        }
        for (Element property : all(root, "globalProperty")) {
            module.getGlobalProperties()
                    .add(new GlobalProperty(
                            needed(property, "property"),
                            text(property, "defaultValue"),
                            text(property, "description")));
        }
        for (String mapping : text(root, "mappingFiles").split("\\s+")) {
            if (!mapping.isEmpty()) {
                module.getMappingFiles().add(mapping);
            }
        }
        return module;
    }

    private static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String text(Element parent, String name) {
        List<Element> found = all(parent, name);
        return found.isEmpty() ? "" : found.get(0).getTextContent().trim();
    }

    private static String needed(Element parent, String name) {
        String text = text(parent, name);
        if (text.isEmpty()) {
            throw new ModuleException("config.xml needs <" + name + "> in <" + parent.getTagName() + ">");
        }
        return text;
    }
}
