package dev.tollgate.engine.compare;

import dev.tollgate.engine.compile.Compiled;
import dev.tollgate.engine.compile.Compiler;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.grammar.diagnostic.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of this project without their tests, and ten edits of them that go together. */
final class ShippedRules {

  /**
   * An edit.
   *
   * @param parts what a difference may speak of because of it
   */
  private record Edit(List<Line> lines, Set<String> parts) {

    Edit(String file, String was, String is, String... parts) {
      this(List.of(new Line(file, was, is)), Set.of(parts));
    }
  }

  /** Words of a file, which stand there once, and what comes in their place. */
  private record Line(String file, String was, String is) {}

  private static final Path RULES = Path.of("../rules");
  private static final String CRM = "crm/crm.toll";
  private static final String DESK = "desk/desk.toll";
  private static final List<String> FILES =
      List.of(
          CRM,
          "crm/promotions.toll",
          "crm/contracts.toll",
          DESK,
          "desk/promotions.toll",
          "desk/contracts.toll");

  private static final List<Edit> EDITS =
      List.of(
          new Edit(
              CRM,
              "500 per user    cap 500_000",
              "400 per user    cap 500_000",
              "crm.credits ALLOTMENT"),
          new Edit(CRM, "cap 100_000", "cap 80_000", "crm.credits ALLOTMENT"),
          new Edit(
              DESK,
              "allot free          base 5_000",
              "allot free          base 4_000",
              "desk.credits ALLOTMENT",
              "desk.credits INCLUDED"),
          new Edit(
              CRM,
              "call leads.convert                                   costs 5",
              "call leads.convert costs 4",
              "crm.credits COST"),
          new Edit(CRM, "costs 1 per 10 records", "costs 1 per 8 records", "crm.credits COST"),
          new Edit(
              CRM, "next  75_000   at 0.06", "next  75_000   at 0.07", "crm.extra_credits PRICE"),
          new Edit(
              DESK,
              "signed up before 2025-10-30",
              "signed up before 2025-11-15",
              "desk.credits ALLOTMENT",
              "desk.credits INCLUDED",
              "desk.credits api_credits grandfather"),
          new Edit(
              "crm/promotions.toll",
              "add   5_000",
              "add   7_500",
              "crm.credits ALLOTMENT",
              "crm.EU launch promotion rule"),
          new Edit(
              DESK,
              "window  in flight, forgotten after 10 minutes",
              "window  in flight, forgotten after 5 minutes",
              "desk.concurrency window"),
          new Edit(
              List.of(
                  new Line(CRM, "  calls users.list,", "  edition titan\n\n  calls users.list,"),
                  new Line(
                      CRM,
                      "    # [K34, K158] A begun block",
                      "    allot titan base 20_000 + 3_000 per user no cap\n\n    # A begun block"),
                  new Line(
                      CRM,
                      "    allot ultimate      25",
                      "    allot ultimate 25\n    allot titan 30")),
              Set.of("EDITION crm.titan")));

  private final Map<String, String> files = new LinkedHashMap<>();

  ShippedRules() throws IOException {
    for (String file : FILES) {
      files.put(file, Files.readString(RULES.resolve(file)));
    }
  }

  /** How many edits there are; a subset of them is a number whose bits say which. */
  static int edits() {
    return EDITS.size();
  }

  /** Those of a subset that a difference may speak of a part because of. */
  static int touching(String part, int subset) {
    int touching = 0;
    for (int edit = 0; edit < EDITS.size(); edit++) {
      boolean touches = (subset >> edit & 1) == 1 && EDITS.get(edit).parts.contains(part);
      touching |= touches ? 1 << edit : 0;
    }
    return touching;
  }

  /**
   * The rules with some edits.
   *
   * @param rewritten whether they are without comments and in another order as well, which has no
   *     effect
   */
  Policy with(int subset, boolean rewritten) {
    Map<String, String> edited = new LinkedHashMap<>(files);
    for (int edit = 0; edit < EDITS.size(); edit++) {
      if ((subset >> edit & 1) == 1) {
        EDITS.get(edit).lines.forEach(line -> replace(edited, line));
      }
    }
    List<SourceText> sources = new ArrayList<>();
    edited.forEach(
        (file, text) -> sources.add(SourceText.of(file, rewritten ? withoutComments(text) : text)));
    if (rewritten) {
      Collections.reverse(sources);
    }
    Compiled compiled = Compiler.compile(sources);
    return compiled
        .policy()
        .orElseThrow(() -> new IllegalStateException(subset + ": " + compiled.diagnostics()));
  }

  private static void replace(Map<String, String> files, Line line) {
    String text = files.get(line.file);
    int at = text.indexOf(line.was);
    if (at < 0 || text.indexOf(line.was, at + 1) >= 0) {
      throw new IllegalStateException("not once in " + line.file + ": " + line.was);
    }
    String rest = text.substring(at + line.was.length());
    files.put(line.file, text.substring(0, at) + line.is + rest);
  }

  private static String withoutComments(String text) {
    return text.lines()
        .filter(line -> !line.strip().startsWith("#"))
        .collect(Collectors.joining("\n"));
  }
}
