package dev.tollgate.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses SERVER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.tollgate.server");

  @Test
  void nothingKnowsTheParserGeneratorOrTheRuleEngine() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.antlr..", "org.drools..", "org.kie..")
        .check(SERVER);
  }

  @Test
  void endpointsDoNotKnowTheCommandsThatStartThem() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.tollgate.server.command..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.tollgate.server.command..", "picocli..")
        .allowEmptyShould(true)
        .check(SERVER);
  }

  @Test
  void onlyCommandsPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.tollgate.server.command..")
        .should(ACCESS_STANDARD_STREAMS)
        .allowEmptyShould(true)
        .check(SERVER);
  }

  @Test
  void onlyCommandsReadTheClockAndHandItOn() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.tollgate.server.command..")
        .should()
        .callMethodWhere(ClockReading.READS_A_CLOCK)
        .allowEmptyShould(true)
        .check(SERVER);
  }
}
