package dev.tollgate.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TestCommandTest {

  private static final Path SHOP = Path.of("src/test/resources/dev/tollgate/server/command/rules");

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void copyRules() throws IOException {
    shell = Shell.in(folder);
    shell.write("rules/shop.toll", Files.readString(SHOP.resolve("shop.toll")));
    shell.write("rules/shop_test.toll", Files.readString(SHOP.resolve("shop_test.toll")));
  }

  @Test
  void testsAreListedByFileAndName() {
    assertThat(shell.run("test"))
        .isEqualTo(
            new Shell.Result(
                0,
                """
                rules/shop_test.toll
                  ✓ big has 50 for each user
                  ✓ free has 100

                2 tests passed
                """,
                ""));
  }

  @Test
  void aFailureSaysWhatWasExpectedWhatCameAndFromWhichLines() throws IOException {
    changeSeatsTo(60);
    assertThat(shell.run("test", "rules"))
        .isEqualTo(
            new Shell.Result(
                1,
                """
                rules/shop_test.toll
                  ✗ big has 50 for each user
                      expected  allotment 1_150   (rules/shop_test.toll:5)
                      actual    allotment 1_180
                      allot big base 1_000 + 60 per user cap 2_000   (rules/shop.toll:20)
                        1_000 + 60 × 3 users, cap 2_000, edition big = 1_180
                          1_000
                          60 × 3 users = 180
                      fact region text, unless stated "unknown"   (rules/shop.toll:7)
                        region is assumed to be "unknown", since nobody stated it
                      when region is "eu"   (rules/shop.toll:47)
                        rule "EU promotion" does not apply: it asks for `region is "eu"`
                  ✓ free has 100

                1 of 2 tests failed
                """,
                ""));
  }

  @Test
  void onlyTestsWhoseNamesContainAWordAreRun() throws IOException {
    changeSeatsTo(60);
    assertThat(shell.run("test", "--only", "free"))
        .isEqualTo(
            new Shell.Result(0, "rules/shop_test.toll\n  ✓ free has 100\n\n1 test passed\n", ""));
    assertThat(shell.run("test", "--only", "big").code()).isEqualTo(1);
  }

  @Test
  void marksHaveColoursOnATerminal() {
    assertThat(shell.onTerminal().run("test").out()).contains("\u001b[32m✓\u001b[0m free has 100");
  }

  @Test
  void aRunOfNoTestAtAllIsBadUsage() {
    assertThat(shell.run("test", "rules/shop.toll").err())
        .startsWith("tollgate test: there is no test in these files\n");
    assertThat(shell.run("test", "rules/shop.toll").code()).isEqualTo(2);
    assertThat(shell.run("test", "--only", "fre has 100"))
        .isEqualTo(
            new Shell.Result(
                2,
                "",
                """
                tollgate test: no test has a name with `fre has 100` in it
                  did you mean `free has 100`?
                """));
  }

  @Test
  void aFileOfTheFolderIsRunAgainstTheWholeFolder() {
    shell.write(
        "rules/more_test.toll",
        """
        tests for shop.credits as of 2026-01-01

        test "one more" {
          account free
          consume 100   expect allowed, 0 remaining
        }
        """);
    assertThat(shell.run("test", "rules/more_test.toll").out())
        .isEqualTo("rules/more_test.toll\n  ✓ one more\n\n1 test passed\n");
  }

  @Test
  void brokenRulesAreFindingsAndNothingIsRun() throws IOException {
    changeSeatsTo(-1);
    Shell.Result result = shell.run("test");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("rules/shop.toll:20:").contains("error T");
  }

  @Test
  void programsGetEachTestWithItsFailure() throws IOException {
    changeSeatsTo(60);
    JsonNode json = shell.run("test", "--format=json").json();
    assertThat(json.path("passed").asInt()).isEqualTo(1);
    assertThat(json.path("failed").asInt()).isEqualTo(1);
    JsonNode failed = json.path("tests").path(0);
    assertThat(failed.path("name").asText()).isEqualTo("big has 50 for each user");
    assertThat(failed.path("target").asText()).isEqualTo("shop.credits");
    assertThat(failed.path("file").asText()).isEqualTo("rules/shop_test.toll");
    assertThat(failed.path("line").asInt()).isEqualTo(3);
    assertThat(failed.path("failure").path("expected").asText()).isEqualTo("allotment 1_150");
    assertThat(failed.path("failure").path("actual").asText()).isEqualTo("allotment 1_180");
    JsonNode reason = failed.path("failure").path("receipt").path(0);
    assertThat(reason.path("at").asText()).isEqualTo("rules/shop.toll:20");
    assertThat(reason.path("clause").asText()).startsWith("allot big base 1_000");
    assertThat(reason.path("values").path(2).asText()).isEqualTo("  60 × 3 users = 180");
    assertThat(json.path("tests").path(1).path("failure").isNull()).isTrue();
  }

  @Test
  void collectorsOfTestsGetASuiteForEachFileAndACaseForEachTest() throws Exception {
    changeSeatsTo(60);
    Shell.Result result = shell.run("test", "--format", "junit");
    Element suites = xml(result.out());

    assertThat(result.code()).isEqualTo(1);
    assertThat(suites.getTagName()).isEqualTo("testsuites");
    for (Element counted : List.of(suites, children(suites, "testsuite").get(0))) {
      assertThat(counted.getAttribute("tests")).isEqualTo("2");
      assertThat(counted.getAttribute("failures")).isEqualTo("1");
      assertThat(counted.getAttribute("errors")).isEqualTo("0");
      assertThat(counted.getAttribute("skipped")).isEqualTo("0");
      assertThat(counted.getAttribute("time")).isEqualTo("0.000");
    }
    List<Element> files = children(suites, "testsuite");
    assertThat(files)
        .extracting(file -> file.getAttribute("name"))
        .containsExactly("rules/shop_test.toll");
    List<Element> cases = children(files.get(0), "testcase");
    assertThat(cases)
        .extracting(each -> each.getAttribute("name"))
        .containsExactly("big has 50 for each user", "free has 100");
    assertThat(cases).allMatch(each -> each.getAttribute("classname").equals("shop.credits"));
    assertThat(cases).allMatch(each -> !each.getAttribute("time").isEmpty());
    assertThat(cases.get(0).getAttribute("line")).isEqualTo("3");
    assertThat(children(cases.get(1), "failure")).isEmpty();
    Element failure = children(cases.get(0), "failure").get(0);
    assertThat(failure.getAttribute("message"))
        .isEqualTo("allotment 1_150 expected, but allotment 1_180");
    assertThat(failure.getAttribute("type")).isEqualTo("expectation");
    assertThat(failure.getTextContent()).contains("60 × 3 users = 180");
  }

  @Test
  void whateverATitleHoldsTheXmlCanBeRead() throws Exception {
    shell.write(
        "rules/more_test.toll",
        """
        tests for shop.credits as of 2026-01-01

        test "a < b & \\"c\\" \\u0001 ü 🎈" {
          account free
          expect allotment 100
        }
        """);
    Element suites = xml(shell.run("test", "--format=junit", "rules/more_test.toll").out());

    Element test = children(children(suites, "testsuite").get(0), "testcase").get(0);
    assertThat(test.getAttribute("name")).isEqualTo("a < b & \"c\" \uFFFD ü 🎈");
  }

  @Test
  void coverageSaysOfEachClauseWhatNoTestExercises() {
    Shell.Result result = shell.run("test", "--coverage");

    assertThat(result.code()).isZero();
    assertThat(result.out())
        .contains("2 tests passed\n\nrules/shop.toll\n")
        .contains("  ✓ 19  allot free base 100\n")
        .contains(
            """
              ✗ 20  allot big base 1_000 + 50 per user cap 2_000
                  not exercised: the cap is reached
            """)
        .endsWith(" exercised; `./tollgate test --suggest` writes tests for the rest\n");
  }

  @Test
  void programsGetTheCoverageOfEachClause() {
    JsonNode coverage = shell.run("test", "--coverage", "--format=json").json().path("coverage");

    assertThat(coverage.path("behaviours").asInt())
        .isGreaterThan(coverage.path("exercised").asInt());
    JsonNode clause = coverage.path("clauses").path(2);
    assertThat(clause.path("at").asText()).isEqualTo("rules/shop.toll:20");
    assertThat(clause.path("behaviours"))
        .extracting(item -> item.path("kind").asText() + item.path("exercised").asBoolean())
        .containsExactly("allotmenttrue", "capfalse", "captrue");
    assertThat(shell.run("test", "--format=json").json().has("coverage")).isFalse();
  }

  @Test
  void suggestedTestsExerciseTheRestAsTheyArePrinted() {
    Shell.Result suggested = shell.run("test", "--suggest");
    assertThat(suggested.code()).isZero();
    shell.write("rules/suggested_test.toll", suggested.out());

    assertThat(shell.run("check", "--strict", "rules/suggested_test.toll").code()).isZero();
    assertThat(shell.run("fmt", "--check", "rules/suggested_test.toll").code()).isZero();
    assertThat(shell.run("test", "--suggest").out())
        .isEqualTo("# Tests exercise everything there is.\n");
    assertThat(shell.run("test", "--coverage").out())
        .contains(" passed\n")
        .doesNotContain("✗")
        .endsWith(" behaviours exercised\n");
  }

  @Test
  void coverageIsNoPartOfWhatJunitReports() {
    Shell.Result result = shell.run("test", "--coverage", "--format=junit");

    assertThat(result.code()).isEqualTo(2);
    assertThat(result.err()).contains("`--coverage` is said as text or json");
  }

  private static Element xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    NodeList nodes = parent.getChildNodes();
    for (int i = 0; i < nodes.getLength(); i++) {
      if (nodes.item(i) instanceof Element child && child.getTagName().equals(name)) {
        children.add(child);
      }
    }
    return children;
  }

  private void changeSeatsTo(int perUser) throws IOException {
    String text = Files.readString(SHOP.resolve("shop.toll"));
    shell.write("rules/shop.toll", text.replace("+ 50 per user", "+ " + perUser + " per user"));
  }
}
