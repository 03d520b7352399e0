/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.BeforeClass;
import org.junit.Test;

/** A package uses only the packages above it in the README's table. */
public class PackageDependenciesTest {

    private static final String ROOT = "org.openmrs.module.smpr.";

    /** From the bottom up: each may use those before it. */
    private static final List<String> PACKAGES = List.of(
            "instrument",
            "site",
            "metadata",
            "form",
            "assessment",
            "pathway",
            "statistics",
            "trajectory",
            "outcome",
            "study");

    /** Those that could stand alone. */
    private static final List<String> INDEPENDENT = List.of("instrument", "statistics");

    private static JavaClasses classes;

    @BeforeClass
    public static void importClasses() {
        classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.openmrs.module.smpr");
    }

    @Test
    public void shouldUseOnlyPackagesAboveItInTheTable() {
        for (int i = 0; i < PACKAGES.size(); i++) {
            List<String> below = new ArrayList<>();
            PACKAGES.subList(i + 1, PACKAGES.size()).forEach(p -> below.add(ROOT + p + ".."));
            if (!below.isEmpty()) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + PACKAGES.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(below.toArray(new String[0]))
                        .check(classes);
            }
        }
    }

    /** Each package is a slice of its own, and one within another is too. */
    @Test
    public void shouldHaveNoTwoPackagesThatUseEachOtherNotEvenOneWithinTheOther() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    public void shouldKnowNothingOfThePlatformNorOfOtherPackagesWhereItCouldStandAlone() {
        for (String independent : INDEPENDENT) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + independent + "..")
                    .should()
                    .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                            "belong to the platform or to another package",
                            c -> c.getPackageName().startsWith("org.openmrs")
                                    && !c.getPackageName().startsWith(ROOT + independent)))
                    .check(classes);
        }
    }

    /** What became of a man after release is read by nobody who reads his care, and tells nothing of it. */
    @Test
    public void shouldKeepTheOutcomeRegisterApartFromRatingsAndTrajectories() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "outcome..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "trajectory..", ROOT + "metadata..")
                .check(classes);
    }

    @Test
    public void shouldKeepTheRoadToPlatform3Open() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "platform..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.persistence..", "javax.servlet..", "jakarta..")
                .check(classes);
    }
}
