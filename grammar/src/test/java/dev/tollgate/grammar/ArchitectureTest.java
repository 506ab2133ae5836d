package dev.tollgate.grammar;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses GRAMMAR =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.tollgate.grammar");

  @Test
  void onlyTheParserKnowsHowItIsMade() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.tollgate.grammar.parse..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.antlr..")
        .check(GRAMMAR);
  }

  @Test
  void whatIsSaidAboutATextKnowsNeitherItsTreeNorItsParser() {
    noClasses()
        .that()
        .resideInAPackage("dev.tollgate.grammar.diagnostic..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.tollgate.grammar.tree..",
            "dev.tollgate.grammar.parse..",
            "dev.tollgate.grammar.format..")
        .check(GRAMMAR);
  }

  @Test
  void aTreeKnowsNeitherItsParserNorItsLayout() {
    noClasses()
        .that()
        .resideInAPackage("dev.tollgate.grammar.tree..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.tollgate.grammar.parse..", "dev.tollgate.grammar.format..")
        .check(GRAMMAR);
  }

  @Test
  void aTextIsReadWithoutAccountsClocksOrTheNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.tollgate.engine..", "dev.tollgate.server..", "java.net..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.InstantSource")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.time.Clock")
        .check(GRAMMAR);
  }

  @Test
  void nothingPrints() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(GRAMMAR);
  }
}
