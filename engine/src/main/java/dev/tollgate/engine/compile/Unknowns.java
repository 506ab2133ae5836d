package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.NearestName;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Nearest;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Name;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Uses of names that nobody declared. However often a name is used, it is one mistake: it is
 * reported once, at the first use (of tests last, since they follow the rules), and not at all when
 * its declaration may be in a line that could not be read.
 */
final class Unknowns {

  private static final int MOST_LISTED = 8;

  /** The words with which lines begin that declare a name. */
  private static final Map<DiagnosticCode, List<String>> DECLARED_BY =
      Map.ofEntries(
          Map.entry(DiagnosticCode.UNKNOWN_PRODUCT, List.of("product")),
          Map.entry(DiagnosticCode.UNKNOWN_QUOTA, List.of("quota")),
          Map.entry(DiagnosticCode.UNKNOWN_EDITION, List.of("edition")),
          Map.entry(DiagnosticCode.UNKNOWN_CALL, List.of("calls", "open")),
          Map.entry(DiagnosticCode.UNKNOWN_PARAMETER, List.of("calls")),
          Map.entry(DiagnosticCode.UNKNOWN_SEAT, List.of("seat")),
          Map.entry(DiagnosticCode.UNKNOWN_FACT, List.of("fact")),
          Map.entry(DiagnosticCode.UNKNOWN_KEY, List.of("key")),
          Map.entry(DiagnosticCode.UNKNOWN_SUBJECT, List.of("fact", "seat", "calls", "key")),
          Map.entry(DiagnosticCode.UNKNOWN_UNIT, List.of("unit")),
          Map.entry(DiagnosticCode.UNKNOWN_ADD_ON, List.of("addon")),
          Map.entry(DiagnosticCode.UNKNOWN_VERSION, List.of("version")),
          Map.entry(DiagnosticCode.UNKNOWN_RULE, List.of("rule")),
          Map.entry(DiagnosticCode.UNKNOWN_TITLE, List.of("rule", "contract", "deny")));

  /** Lines that declare a name, for where there is none of its kind yet. */
  private static final Map<DiagnosticCode, String> DECLARED_BY_LINE =
      Map.of(
          DiagnosticCode.UNKNOWN_EDITION, "`edition %s`",
          DiagnosticCode.UNKNOWN_CALL, "`calls %s`",
          DiagnosticCode.UNKNOWN_PARAMETER, "`calls … with %s`",
          DiagnosticCode.UNKNOWN_SEAT, "`seat %s`",
          DiagnosticCode.UNKNOWN_FACT, "`fact %s …`",
          DiagnosticCode.UNKNOWN_SUBJECT, "`fact %s …`",
          DiagnosticCode.UNKNOWN_KEY, "`key %s`",
          DiagnosticCode.UNKNOWN_UNIT, "`unit %s`",
          DiagnosticCode.UNKNOWN_ADD_ON, "`addon %s { … }`");

  private static final Set<DiagnosticCode> ASKED_ABOUT =
      EnumSet.of(
          DiagnosticCode.UNKNOWN_FACT,
          DiagnosticCode.UNKNOWN_SUBJECT,
          DiagnosticCode.UNKNOWN_PARAMETER,
          DiagnosticCode.UNKNOWN_SEAT,
          DiagnosticCode.UNKNOWN_KEY);

  private record Key(DiagnosticCode code, String noun, String name) {}

  private record Uses(TreeSet<Span> spans, Collection<Known> known) {}

  private final Set<String> damaged;
  private final Set<String> unread;
  private final Comparator<Span> testsLast;
  private final Map<Key, Uses> uses = new LinkedHashMap<>();

  /** In files in which lines with and beginning with these words could not be read. */
  Unknowns(Set<String> damaged, Set<String> unread, Collection<Span> tests) {
    this.damaged = damaged;
    this.unread = unread;
    this.testsLast =
        Comparator.<Span, Boolean>comparing(
                use -> tests.stream().anyMatch(test -> contains(test, use)))
            .thenComparing(Comparator.naturalOrder());
  }

  private static boolean contains(Span test, Span use) {
    return test.file().equals(use.file())
        && test.start().offset() <= use.start().offset()
        && use.end().offset() <= test.end().offset();
  }

  /**
   * Notes a use.
   *
   * @param noun what it is not, with its article: `an edition of crm`
   * @param known what it could have been
   */
  void use(DiagnosticCode code, String noun, Name name, Collection<Known> known) {
    use(code, noun, name.text(), name.span(), known);
  }

  void use(DiagnosticCode code, String noun, String name, Span span, Collection<Known> known) {
    if (damaged.contains(name)) {
      return;
    }
    uses.computeIfAbsent(
            new Key(code, noun, name), key -> new Uses(new TreeSet<>(testsLast), known))
        .spans()
        .add(span);
  }

  void report(Findings findings) {
    merged()
        .forEach(
            (key, places) -> {
              boolean open = mayBeOpen(key.code());
              boolean misspelt = nearest(key, places).isPresent() && !open;
              if (misspelt || !(open || mayBeDeclared(key.code()))) {
                findings.add(diagnostic(key, places));
              }
            });
  }

  /** Whether any name of a call may be right: the line that cannot be read may be `calls open`. */
  private boolean mayBeOpen(DiagnosticCode code) {
    return code == DiagnosticCode.UNKNOWN_CALL
        && (unread.contains("calls") || damaged.contains("open"));
  }

  /**
   * Tests state as facts, seats and keys what conditions ask about, and a seat has two names: where
   * the declaration is missing, that is one name.
   */
  private Map<Key, Uses> merged() {
    Map<Key, Uses> merged = new LinkedHashMap<>();
    uses.entrySet().stream()
        .sorted(Comparator.comparing(use -> use.getValue().spans().first(), testsLast))
        .forEach(
            use -> {
              Key same =
                  merged.entrySet().stream()
                      .filter(earlier -> isSame(earlier, use))
                      .map(Map.Entry::getKey)
                      .findFirst()
                      .orElse(use.getKey());
              merged
                  .computeIfAbsent(same, key -> use.getValue())
                  .spans()
                  .addAll(use.getValue().spans());
            });
    return merged;
  }

  private static boolean isSame(Map.Entry<Key, Uses> one, Map.Entry<Key, Uses> other) {
    Key a = one.getKey();
    Key b = other.getKey();
    if (!ASKED_ABOUT.contains(a.code()) || !ASKED_ABOUT.contains(b.code())) {
      return false;
    }
    boolean missing =
        nearest(a, one.getValue()).isEmpty() && nearest(b, other.getValue()).isEmpty();
    return a.name().equals(b.name())
        || (missing && Nearest.to(a.name(), List.of(b.name())).isPresent());
  }

  private static Optional<String> nearest(Key key, Uses uses) {
    return NearestName.of(key.name(), names(uses));
  }

  private static List<String> names(Uses uses) {
    return uses.known().stream().map(Known::name).distinct().toList();
  }

  /** Whether a line that declares such names, and perhaps this one, could not be read. */
  private boolean mayBeDeclared(DiagnosticCode code) {
    return DECLARED_BY.getOrDefault(code, List.of()).stream().anyMatch(unread::contains);
  }

  private static Diagnostic diagnostic(Key key, Uses uses) {
    Span first = uses.spans().first();
    Diagnostic diagnostic =
        Diagnostic.of(key.code(), first, "`%s` is not %s".formatted(key.name(), key.noun()));
    List<String> names = names(uses);
    for (String nearest : nearest(key, uses).stream().toList()) {
      Optional<Span> declared = declared(uses, nearest);
      String place = declared.map(span -> " (" + span.place() + ")").orElse("");
      diagnostic = diagnostic.withHint("did you mean `%s`%s?".formatted(nearest, place));
      // Of a name that stands in several places, its declaration may be the one that is misspelt.
      boolean slip = uses.spans().size() == 1;
      // Nobody but the author knows which money was meant.
      boolean mends = slip && key.code() != DiagnosticCode.UNKNOWN_CURRENCY;
      if (!slip && declared.isPresent()) {
        diagnostic =
            diagnostic.withRelated(declared.get(), "`%s` is declared here".formatted(nearest));
      } else if (mends && Nearest.only(key.name(), rivals(nearest, uses.known())).isPresent()) {
        diagnostic = diagnostic.withFix(first, asWritten(nearest, key.name(), first));
      }
    }
    if (diagnostic.hints().isEmpty() && !names.isEmpty() && names.size() <= MOST_LISTED) {
      diagnostic = diagnostic.withHint(there(names));
    }
    Optional<String> line = Optional.ofNullable(DECLARED_BY_LINE.get(key.code()));
    boolean none = uses.known().stream().noneMatch(known -> known.declared().isPresent());
    if (none && line.isPresent()) {
      diagnostic =
          diagnostic.withHint("declare it in the product: " + line.get().formatted(key.name()));
    }
    return uses.spans().size() == 1 ? diagnostic : diagnostic.withHint(alsoAt(uses.spans()));
  }

  private static Optional<Span> declared(Uses uses, String name) {
    return uses.known().stream()
        .filter(known -> known.name().equals(name))
        .flatMap(known -> known.declared().stream())
        .findFirst();
  }

  /** A title stands in quotes, and where it is used it does too. */
  private static String asWritten(String nearest, String name, Span use) {
    boolean quoted = use.end().offset() - use.start().offset() > name.length();
    return quoted ? "\"" + nearest.replace("\\", "\\\\").replace("\"", "\\\"") + "\"" : nearest;
  }

  /** The name, and those of other things: what `users` are, `user` is no less. */
  private static List<String> rivals(String nearest, Collection<Known> known) {
    Set<Object> meant =
        known.stream()
            .filter(one -> one.name().equals(nearest))
            .map(Known::thing)
            .collect(Collectors.toSet());
    return known.stream()
        .filter(one -> one.name().equals(nearest) || !meant.contains(one.thing()))
        .map(Known::name)
        .toList();
  }

  private static String there(List<String> names) {
    String verb = names.size() == 1 ? "is" : "are";
    return "there " + verb + " " + Wording.list(names, "and");
  }

  private static String alsoAt(TreeSet<Span> spans) {
    List<String> others = new ArrayList<>();
    spans.stream().skip(1).map(Span::place).distinct().limit(MOST_LISTED).forEach(others::add);
    long left = spans.stream().skip(1).map(Span::place).distinct().count() - others.size();
    String more = left > 0 ? " and " + left + " more" : "";
    return others.stream().collect(Collectors.joining(", ", "also at ", more));
  }
}
