package dev.tollgate.grammar.diagnostic;

/**
 * Every fault that can be found in a policy. The constant is the fact, the code is what people look
 * up; neither ever changes its meaning, and a code is never used again. Each has a {@link
 * HelpPage}.
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
  UNCLOSED_PARENTHESIS("T127"),

  // T2xx: names
  DECLARED_TWICE("T201"),
  UNKNOWN_PRODUCT("T202"),
  UNKNOWN_QUOTA("T203"),
  UNKNOWN_EDITION("T204"),
  UNKNOWN_CALL("T205"),
  UNKNOWN_PARAMETER("T206"),
  UNKNOWN_SEAT("T207"),
  UNKNOWN_FACT("T209"),
  UNKNOWN_SUBJECT("T210"),
  UNKNOWN_KEY("T211"),
  UNKNOWN_UNIT("T212"),
  UNKNOWN_ADD_ON("T213"),
  UNKNOWN_VERSION("T214"),
  UNKNOWN_CHOICE("T215"),
  UNKNOWN_ZONE("T216"),
  UNKNOWN_CURRENCY("T217"),
  UNKNOWN_RULE("T218"),
  UNKNOWN_PLACEHOLDER("T219"),
  PATTERN_MATCHES_NOTHING("T220"),
  RESERVED_NAME("T221"),
  UNKNOWN_TITLE("T222"),

  // T3xx: units, types and quantities
  UNITS_DIFFER("T301"),
  TOO_MANY_DECIMALS("T302"),
  NUMBER_TOO_LARGE("T303"),
  UNIT_NOT_SAID("T304"),
  NUMBER_OUT_OF_RANGE("T305"),
  TYPES_DIFFER("T306"),
  NO_ORDER("T307"),
  PARAMETER_OF_TWO_TYPES("T308"),
  PART_OF_A_UNIT("T309"),
  INEXACT_PRICE("T310"),
  UNFIT_LENGTH("T311"),

  // T4xx: meaning
  EDITION_NOT_ALLOTTED("T401"),
  ALLOTMENTS_OVERLAP("T402"),
  ALLOTMENT_GAP("T403"),
  CALL_NOT_PRICED("T404"),
  HIDDEN_LINE("T405"),
  NEVER_HOLDS("T406"),
  CIRCULAR("T407"),
  VERSIONS_OVERLAP("T408"),
  ENDS_BEFORE_IT_BEGINS("T409"),
  NOT_AN_EARLIER_VERSION("T410"),
  CONTRACTS_CLASH("T411"),
  RULES_CLASH("T412"),
  ADD_ONS_CLASH("T413"),
  INSIDE_AND_OUTSIDE_VERSIONS("T414"),
  CLAUSE_MISSING("T415"),
  CLAUSE_MISPLACED("T416"),
  AMOUNT_MISPLACED("T417"),
  OUT_OF_ORDER("T418"),
  BANDS_END("T419"),
  EDITION_WITHOUT_NUMBER("T420"),
  PRICE_ENDS("T422"),
  SAYS_NOTHING("T423"),
  TEST_WITHOUT_HEADER("T424"),
  TEST_WITHOUT_TIME("T425"),
  NOT_A_COMPOSITE("T426"),
  CALL_NOT_COUNTED("T427"),
  SHARED_BY_ACCOUNTS("T428"),
  UNCLEAR_QUOTA("T429"),
  CONDITION_TOO_LARGE("T430"),

  // Warnings, in the bands of the errors
  SEAT_NEVER_COUNTED("W208"),
  NEVER_USED("W223"),
  ACCEPTS_NOTHING("W224"),
  SIMILAR_CALLS("W225"),
  UNREACHABLE_SLAB("W421"),
  GAP_BETWEEN_VERSIONS("W431"),
  ODD_WARNING("W432"),
  PRODUCT_WITHOUT_TESTS("W433"),
  CAP_ALWAYS_BINDS("W434"),
  CAP_NEVER_BINDS("W435"),
  PRICE_CLIFF("W436"),
  EDITION_GIVES_LESS("W437"),
  NO_EFFECT("W438"),
  PRICE_UP_AND_DOWN("W439");

  private final String code;

  DiagnosticCode(String code) {
    this.code = code;
  }

  /** What is printed and looked up: `T204`. */
  public String code() {
    return code;
  }

  /** What it is about, which its first digit says. */
  public Band band() {
    return Band.values()[code.charAt(1) - '1'];
  }

  /** A warning when its code begins with `W`. */
  public Severity severity() {
    return code.startsWith("W") ? Severity.WARNING : Severity.ERROR;
  }
}
