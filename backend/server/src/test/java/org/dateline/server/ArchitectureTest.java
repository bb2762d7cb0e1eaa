package org.dateline.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Dependencies run one way, and each library stays where it belongs. */
@AnalyzeClasses(packages = "org.dateline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule GEODATA_KNOWS_NOTHING_ABOVE_IT =
      noClasses()
          .that()
          .resideInAPackage("org.dateline.geodata..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.dateline.geoparser..", "org.dateline.server..", "org.springframework..");

  @ArchTest
  static final ArchRule GEOPARSER_KNOWS_GEODATA_ONLY =
      noClasses()
          .that()
          .resideInAPackage("org.dateline.geoparser..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.dateline.server..", "org.springframework..", "org.geotools..");

  @ArchTest
  static final ArchRule SERVER_ROOMS_HAVE_NO_CYCLES =
      slices().matching("org.dateline.server.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule COMMANDS_START_NO_SPRING =
      noClasses()
          .that()
          .resideInAPackage("org.dateline.server.command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.springframework..");

  @ArchTest
  static final ArchRule JACKSON_2_STAYS_AWAY_FROM_THE_WEB =
      noClasses()
          .that()
          .resideInAPackage("org.dateline.server..")
          .and()
          .resideOutsideOfPackages(
              "org.dateline.server.store..",
              "org.dateline.server.seed..",
              "org.dateline.server.command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule GEOTOOLS_STAYS_WHERE_IT_IS_NEEDED =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "org.dateline.server.feature..",
              "org.dateline.server.collection..",
              "org.dateline.server.cql2..",
              "org.dateline.server.ogc..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.geotools..", "org.opengis..");

  /** CVE-2022-24818: a name that reaches these may load a class from another host. */
  @ArchTest
  static final ArchRule GEOTOOLS_LOOKS_NOTHING_UP_BY_NAME =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.geotools.util.factory.GeoTools")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.geotools.util.factory.Hints")
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("javax.naming..");

  /** Its parsers resolve external entities. */
  @ArchTest
  static final ArchRule GEOTOOLS_PARSES_NO_XML =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.geotools.xml..", "org.geotools.gml..", "org.geotools.data.ows..")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.locationtech.jts.io.kml.KMLReader");

  @ArchTest
  static final ArchRule SQL_STAYS_IN_THE_STORE =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.dateline.server.store..")
          .and()
          .doNotHaveFullyQualifiedName("org.dateline.server.format.GeoPackage") // is an SQLite file
          .and()
          .doNotHaveFullyQualifiedName("org.dateline.server.format.GeoPackageEncoder")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework.r2dbc..", "io.r2dbc..", "java.sql..");
}
