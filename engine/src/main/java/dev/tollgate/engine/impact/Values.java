package dev.tollgate.engine.impact;

import dev.tollgate.engine.policy.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is known of one account, each thing in its slot. Used again for the next; one thread. */
final class Values {

  private final long[] numbers;
  private final String[] words;
  private final boolean[] known;

  Values(int size) {
    this.numbers = new long[size];
    this.words = new String[size];
    this.known = new boolean[size];
    Arrays.fill(words, "");
  }

  void copy(Values other) {
    System.arraycopy(other.numbers, 0, numbers, 0, numbers.length);
    System.arraycopy(other.words, 0, words, 0, words.length);
    System.arraycopy(other.known, 0, known, 0, known.length);
  }

  void set(int slot, long number) {
    numbers[slot] = number;
    known[slot] = true;
  }

  void set(int slot, Value value) {
    if (value instanceof Value.Number number) {
      numbers[slot] = number.steps();
    } else {
      words[slot] = value.toString();
    }
    known[slot] = true;
  }

  boolean isKnown(int slot) {
    return known[slot];
  }

  /** Of things that are no numbers, and of those that are not known, 0. */
  long[] numbers() {
    return numbers;
  }

  String word(int slot) {
    return words[slot];
  }

  /** Equal for accounts of which the same is known. */
  Object identity() {
    List<Object> identity = new ArrayList<>(numbers.length);
    for (int slot = 0; slot < numbers.length; slot++) {
      identity.add(known[slot] ? words[slot] + numbers[slot] : "");
    }
    return identity;
  }
}
