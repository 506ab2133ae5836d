package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Region;
import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.EditionChoice;
import dev.tollgate.grammar.tree.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every account of every edition has exactly one allot line. */
final class CheckAllotments implements Stage {

  @Override
  public void run(Draft draft) {
    for (ProductDraft product : draft.products) {
      Space space = product.space();
      for (QuotaDraft quota : product.allQuotas) {
        Set<List<AllotLine>> checked = new HashSet<>();
        for (VersionDraft version : quota.versions) {
          // Lines outside of the versions are in each of them.
          if (checked.add(version.allotments())) {
            new OneVersion(product, space, version).check();
          }
        }
      }
    }
  }

  /** Part of a line, and which accounts it is for. */
  private record Piece(AllotLine line, Region region) {}

  private record OneVersion(ProductDraft product, Space space, VersionDraft version) {

    void check() {
      Set<String> editions = new LinkedHashSet<>();
      product.editions.values().forEach(edition -> editions.add(edition.name()));
      if (product.editions.isEmpty()) {
        if (product.draft.isUnread("edition")) {
          return;
        }
        editions.add("");
      }
      List<String> missing = new ArrayList<>();
      Set<List<AllotLine>> overlapping = new HashSet<>();
      for (String edition : editions) {
        List<AllotLine> lines =
            version.allotments().stream()
                .filter(line -> line.editions().contains(edition))
                .toList();
        if (lines.isEmpty()) {
          missing.add(edition);
        } else if (lines.stream().noneMatch(line -> line.grants().isEmpty())) {
          judge(edition, lines, overlapping);
        }
      }
      report(missing);
    }

    private void judge(String edition, List<AllotLine> lines, Set<List<AllotLine>> overlapping) {
      Box all = space.accounts(List.of(edition));
      Region rest = Region.of(all);
      List<Piece> pieces = new ArrayList<>();
      try {
        for (AllotLine line : lines) {
          for (AllotLine.Part part : line.grants()) {
            Region region = Region.of(part.when()).intersect(Region.of(all));
            for (Piece other : pieces) {
              Region both = other.region().intersect(region);
              if (!both.isEmpty() && overlapping.add(List.of(other.line(), line))) {
                overlap(edition, other.line(), line, Example.of(product, both, all));
              }
            }
            pieces.add(new Piece(line, region));
            rest = rest.minus(region);
          }
        }
      } catch (Region.TooManyBoxes tooMany) {
        tooLarge(edition, lines.get(lines.size() - 1));
        return;
      }
      if (!rest.isEmpty()) {
        gap(edition, lines.get(lines.size() - 1), Example.of(product, rest, all));
      }
    }

    private void overlap(
        String edition, AllotLine first, AllotLine second, Optional<String> example) {
      Diagnostic found =
          Diagnostic.of(
                  DiagnosticCode.ALLOTMENTS_OVERLAP,
                  second.tree().editions().span(),
                  "%s is allotted by two lines".formatted(called(edition)))
              .withRelated(first.tree().editions().span(), "the other line");
      product
          .findings()
          .add(example.map(text -> found.withHint("for example when " + text)).orElse(found));
    }

    private void gap(String edition, AllotLine last, Optional<String> example) {
      product
          .findings()
          .add(
              DiagnosticCode.ALLOTMENT_GAP,
              last.tree().span(),
              "%s has no allotment%s"
                  .formatted(called(edition), example.map(text -> " when " + text).orElse("")));
    }

    private void tooLarge(String edition, AllotLine last) {
      product
          .findings()
          .add(
              DiagnosticCode.CONDITION_TOO_LARGE,
              last.tree().span(),
              "the lines of %s come to too many cases to compare".formatted(called(edition)));
    }

    private static String called(String edition) {
      return edition.isEmpty() ? "every account" : "edition `" + edition + "`";
    }

    /** What a line that could not be read, or a misspelt name, may have been meant for is left. */
    private void report(List<String> missing) {
      Draft draft = product.draft;
      missing.removeIf(draft::isDamaged);
      boolean anyDamaged =
          draft.isDamaged("allot") && (draft.isDamaged("any") || product.editions.isEmpty());
      for (AllotLine line : version.allotments()) {
        for (String unknown : unknown(line)) {
          Optional<String> meant =
              NearestName.of(unknown, product.editions.known().stream().map(Known::name).toList());
          if (meant.isEmpty() || draft.isDamaged(unknown)) {
            return;
          }
          missing.remove(
              product
                  .editions
                  .look(meant.get())
                  .flatMap(Names.Entry::value)
                  .map(edition -> edition.name())
                  .orElse(""));
        }
      }
      if (missing.isEmpty() || anyDamaged) {
        return;
      }
      String block = version.name().text();
      String whom = product.editions.isEmpty() ? "anybody" : Wording.list(missing, "and");
      product
          .findings()
          .add(
              Diagnostic.of(
                      DiagnosticCode.EDITION_NOT_ALLOTTED,
                      version.name().span(),
                      version.allotments().isEmpty()
                          ? "`%s` allots nothing to anybody".formatted(block)
                          : "`%s` allots nothing to %s".formatted(block, whom))
                  .withHint(
                      "add a line such as `allot %s 1_000`"
                          .formatted(product.editions.isEmpty() ? "" : missing.get(0))));
    }

    private List<String> unknown(AllotLine line) {
      return line.tree().editions() instanceof EditionChoice.Named named
          ? named.names().stream()
              .map(Name::text)
              .filter(name -> !product.editions.has(name))
              .toList()
          : List.of();
    }
  }
}
