package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.tree.Subject;

/** Reads what a condition asks about. */
final class SubjectReader extends TreeReader<Subject> {

  private final Reading reading;

  SubjectReader(Reading reading) {
    this.reading = reading;
  }

  @Override
  public Subject visitSignedUp(TollParser.SignedUpContext context) {
    return new Subject.SignedUp(reading.span(context));
  }

  @Override
  public Subject visitEditionSubject(TollParser.EditionSubjectContext context) {
    return new Subject.Edition(reading.span(context));
  }

  @Override
  public Subject visitChannelSubject(TollParser.ChannelSubjectContext context) {
    return new Subject.Channel(reading.span(context));
  }

  @Override
  public Subject visitNamedSubject(TollParser.NamedSubjectContext context) {
    return new Subject.Named(reading.name(context.subjectName()), reading.span(context));
  }
}
