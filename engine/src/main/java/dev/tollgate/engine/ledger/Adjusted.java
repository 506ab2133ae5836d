package dev.tollgate.engine.ledger;

/**
 * What became of an {@link Adjustment}.
 *
 * @param <E> the answer to it
 */
public sealed interface Adjusted<E> {

  <R> R accept(Visitor<E, R> visitor);

  /** It is done. */
  record Done<E>(E answer) implements Adjusted<E> {
    @Override
    public <R> R accept(Visitor<E, R> visitor) {
      return visitor.visitDone(this);
    }
  }

  /**
   * More was to be given back than is used, open holds apart; nothing has changed.
   *
   * @param most what can be given back, in steps, from 0
   */
  record TooMuch<E>(long most) implements Adjusted<E> {
    @Override
    public <R> R accept(Visitor<E, R> visitor) {
      return visitor.visitTooMuch(this);
    }
  }

  /** One method for each end. */
  interface Visitor<E, R> {
    R visitDone(Done<E> done);

    R visitTooMuch(TooMuch<E> tooMuch);
  }
}
