package dev.tollgate.engine.compare;

/** What a change is about, for telling apart which edit may have brought it about. */
final class PartOfChange implements Change.Visitor<String> {

  @Override
  public String visitCame(Change.Came came) {
    return came.kind() + " " + came.name();
  }

  @Override
  public String visitWent(Change.Went went) {
    return went.kind() + " " + went.name();
  }

  @Override
  public String visitSaid(Change.Said said) {
    return said.subject() + " " + said.what();
  }

  @Override
  public String visitAmounts(Change.Amounts amounts) {
    return amounts.subject() + " " + amounts.measure();
  }

  @Override
  public String visitUnclear(Change.Unclear unclear) {
    return unclear.subject() + " unclear";
  }
}
