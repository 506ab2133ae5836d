package dev.tollgate.grammar.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.SourceText;
import dev.tollgate.grammar.tree.Declaration;
import dev.tollgate.grammar.tree.ProductClause;
import dev.tollgate.grammar.tree.QuotaClause;
import dev.tollgate.grammar.tree.SourceTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveryTest {

  @Test
  void tenMistakesAreTenDiagnosticsEachInItsLine() {
    String text =
        """
        product crm {
          zon UTC
          edition free
          edition base
          calls records.list with
          quota credits in credits {
            window roling 24 hours
            allot free base 5,000
            allot pro base 10_000 +
            call a, b cost 3
            any other call costs
            deny TOO_MANY "message
          }
          edition pro
        }
        rule "r" for crm.credits {
          from 2026-02-30
        }
        """;
    assertThat(lines(text)).containsExactly(2, 4, 5, 7, 8, 9, 10, 11, 12, 17);
  }

  @Test
  void theRestOfAFileIsReadWhateverIsWrongInALine() {
    String sound =
        """
        product crm {
          edition free
          quota credits in credits {
            window rolling 24 hours
            allot free 5
          }
        }
        """;
    for (String line : sound.lines().toList()) {
      boolean clause = !line.contains("{") && !line.contains("}");
      if (clause) {
        SourceTree tree = parse(sound.replace(line, line + " %")).tree();
        assertThat(countOfClauses(tree)).as("clauses without `%s`", line).isEqualTo(3);
      }
    }
  }

  @Test
  void whatABrokenHeaderOpensIsCheckedAllTheSame() {
    String text =
        """
        product crm {
          quota credits im credits {
            windw rolling 24 hours
            allot free 5
          }
        }
        """;
    assertThat(lines(text)).containsExactly(2, 3);
  }

  @Test
  void wordsOfAClauseThatCouldNotBeReadAreDamagedWithTheNamesOfItsBlocks() {
    SourceTree tree =
        parse(
                """
                product crm {
                  edition gold silver
                  edition free
                  quota credits in credits {
                    allot bronze base
                  }
                }
                """)
            .tree();
    assertThat(List.of("gold", "silver", "bronze", "credits", "crm")).allMatch(tree::isDamaged);
    assertThat(tree.isDamaged("free")).isFalse();
  }

  @Test
  void aSoundTextHasNoDamagedWords() {
    assertThat(parse("product crm {\n  edition free\n}\n").tree().damaged()).isEmpty();
  }

  @Test
  void aTableWithABrokenLineIsLeftOutAsAWhole() {
    SourceTree tree =
        parse(
                """
                product crm {
                  quota credits in credits {
                    window rolling 24 hours
                    call records.list costs by offset {
                      to 5
                      beyond 3
                    }
                    any other call costs 1
                  }
                }
                """)
            .tree();
    assertThat(quota(tree).clauses()).hasSize(2);
    assertThat(tree.isDamaged("records.list")).isTrue();
  }

  @Test
  void whatGoesOnFromALineThatCouldNotBeReadGoesWithIt() {
    Parsed parsed =
        parse(
            """
            product crm {
              quota credits in credits {
                allot free base
                  plus 5 per user
                deny TOO MANY
                  status 429
                warn at 80%
              }
            }
            """);
    assertThat(parsed.diagnostics()).hasSize(2);
    assertThat(quota(parsed.tree()).clauses()).hasOnlyElementsOfType(QuotaClause.WarnAt.class);
  }

  @Test
  void aNumberWithACommaIsUnderstoodAndReported() {
    Parsed parsed = parse("product crm {\n  edition free number 5,000\n}\n");
    assertThat(parsed.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(DiagnosticCode.COMMA_IN_NUMBER);
    assertThat(parsed.tree().declarations()).hasSize(1);
    assertThat(parsed.tree().damaged()).isEmpty();
  }

  private static List<Integer> lines(String text) {
    return parse(text).diagnostics().stream().map(found -> found.span().line()).toList();
  }

  private static int countOfClauses(SourceTree tree) {
    Declaration.Product product = (Declaration.Product) tree.declarations().get(0);
    return product.clauses().size() + quota(tree).clauses().size();
  }

  private static ProductClause.Quota quota(SourceTree tree) {
    Declaration.Product product = (Declaration.Product) tree.declarations().get(0);
    return product.clauses().stream()
        .filter(ProductClause.Quota.class::isInstance)
        .map(ProductClause.Quota.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Parsed parse(String text) {
    return SourceParser.parse(SourceText.of("rules.toll", text));
  }
}
