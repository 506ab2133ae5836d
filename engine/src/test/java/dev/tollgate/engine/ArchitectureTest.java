package dev.tollgate.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses ENGINE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.tollgate.engine");

  private static final String[] DROOLS = {"org.drools..", "org.kie.."};
  private static final String[] JSON = {"com.fasterxml..", "tools.jackson.."};

  @Test
  void onlyTermsKnowTheRuleEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.tollgate.engine.terms..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DROOLS)
        .check(ENGINE);
  }

  @Test
  void nothingKnowsJsonOrTheParserGenerator() {
    noClasses().should().dependOnClassesThat().resideInAnyPackage(JSON).check(ENGINE);
    noClasses().should().dependOnClassesThat().resideInAnyPackage("org.antlr..").check(ENGINE);
  }

  @Test
  void aPolicyDoesNotKnowHowItWasRead() {
    noClasses()
        .that()
        .resideInAPackage("dev.tollgate.engine.policy..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.tollgate.grammar.parse..")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void decisionsAndTheLedgerDoNotKnowTheLanguage() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.tollgate.engine.decide..", "dev.tollgate.engine.ledger..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.tollgate.grammar..")
        .allowEmptyShould(true)
        .check(ENGINE);
  }

  @Test
  void onlyTheEntranceReadsFilesAndNothingUsesTheNetwork() {
    noClasses()
        .that()
        .resideInAPackage("dev.tollgate.engine.*..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.nio.file..")
        .allowEmptyShould(true)
        .check(ENGINE);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "dev.tollgate.server..")
        .check(ENGINE);
  }

  @Test
  void timeIsGivenAndNeverRead() {
    noClasses().should().callMethodWhere(ClockReading.READS_A_CLOCK).check(ENGINE);
  }

  @Test
  void unitsAndMoneyAreExact() {
    classes().should(new UseNoBinaryFloatingPoint()).check(ENGINE);
  }

  @Test
  void nothingPrints() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(ENGINE);
  }
}
