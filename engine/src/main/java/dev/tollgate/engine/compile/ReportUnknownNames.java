package dev.tollgate.engine.compile;

/** Reports each name that was used and never declared. */
final class ReportUnknownNames implements Stage {

  @Override
  public void run(Draft draft) {
    draft.unknowns.report(draft.findings);
  }
}
