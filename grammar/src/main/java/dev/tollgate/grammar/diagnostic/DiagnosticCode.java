package dev.tollgate.grammar.diagnostic;

/**
 * Every fault that can be found in a policy. The constant is the fact, the code is what people look
 * up; neither ever changes its meaning, and a code is never used again.
 */
public enum DiagnosticCode {
  // T1xx: the text
  NOT_UTF8("T101"),
  NOT_TEXT("T102"),
  EMPTY_FILE("T103"),
  TEXT_TOO_LARGE("T104"),
  NESTED_TOO_DEEP("T105"),
  TOO_MANY_ERRORS("T106"),
  UNKNOWN_CLAUSE("T107"),
  UNEXPECTED_TEXT("T108"),
  MISSING_TEXT("T109"),
  UNCLOSED_BLOCK("T110"),
  STRAY_BRACE("T111"),
  TWO_CLAUSES_ON_ONE_LINE("T112"),
  UNCLOSED_QUOTE("T113"),
  UNKNOWN_ESCAPE("T114"),
  UNKNOWN_CHARACTER("T115"),
  COMMA_IN_NUMBER("T116"),
  MISGROUPED_NUMBER("T117"),
  MALFORMED_NUMBER("T118"),
  NO_SUCH_DATE("T119"),
  NO_SUCH_MOMENT("T120"),
  UNKNOWN_TIME_UNIT("T121"),
  MALFORMED_NAME("T122"),
  BARE_OR("T123"),
  STRAY_CONTINUATION("T124"),
  SAID_TWICE("T125"),
  SIGN_FOR_WORD("T126"),

  // T2xx: names
  UNKNOWN_EDITION("T204"),

  // Warnings, in the bands of the errors
  SEAT_NEVER_COUNTED("W208"),
  UNREACHABLE_SLAB("W421");

  private final String code;

  DiagnosticCode(String code) {
    this.code = code;
  }

  /** What is printed and looked up: `T204`. */
  public String code() {
    return code;
  }

  /** A warning when its code begins with `W`. */
  public Severity severity() {
    return code.startsWith("W") ? Severity.WARNING : Severity.ERROR;
  }
}
