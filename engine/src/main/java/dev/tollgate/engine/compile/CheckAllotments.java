package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Region;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where an edition is allotted anything, every account of it has exactly one line. */
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
      Set<List<AllotLine>> overlapping = new HashSet<>();
      for (String edition : editions) {
        List<AllotLine> lines =
            version.allotments().stream()
                .filter(line -> line.editions().contains(edition))
                .toList();
        if (!lines.isEmpty() && lines.stream().noneMatch(line -> line.grants().isEmpty())) {
          judge(edition, lines, overlapping);
        }
      }
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
      if (!rest.isEmpty() && !mayHaveAnotherLine(edition)) {
        gap(edition, lines, Example.of(product, rest, all));
      }
    }

    /** Whether a line that could not be read may be for the edition. */
    private boolean mayHaveAnotherLine(String edition) {
      Draft draft = product.draft;
      boolean named = edition.isEmpty() || draft.isDamaged(edition) || draft.isDamaged("any");
      return draft.isDamaged("allot") && named;
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

    private void gap(String edition, List<AllotLine> lines, Optional<String> example) {
      Diagnostic found =
          Diagnostic.of(
              DiagnosticCode.ALLOTMENT_GAP,
              of(edition, lines.get(lines.size() - 1)),
              "%s has no allotment%s"
                  .formatted(called(edition), example.map(text -> " when " + text).orElse("")));
      for (AllotLine other : lines.subList(0, lines.size() - 1)) {
        found = found.withRelated(of(edition, other), "another line of it");
      }
      product.findings().add(found);
    }

    /** Where a line says for which edition it is; the whole line where there are none. */
    private static Span of(String edition, AllotLine line) {
      return edition.isEmpty() ? line.tree().span() : line.tree().editions().span();
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
  }
}
