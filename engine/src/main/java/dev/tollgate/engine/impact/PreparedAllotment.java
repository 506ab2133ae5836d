package dev.tollgate.engine.impact;

import dev.tollgate.engine.compare.AllotmentTerms;
import dev.tollgate.engine.compare.Box;
import dev.tollgate.engine.compare.Cases;
import dev.tollgate.engine.compare.Formula;
import dev.tollgate.engine.compare.Inexact;
import dev.tollgate.engine.compare.StepFormula;
import dev.tollgate.engine.compare.TooFine;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.ValueSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one quota allots to accounts of one edition, prepared for very many of them: whom each
 * formula is for, and the formula. Immutable and safe for use by many threads.
 */
final class PreparedAllotment {

  private record Numbers(int slot, ValueSet.Numbers values) {}

  private record Words(int slot, ValueSet.Words values) {}

  /** Accounts that pass all tests have the value of the formula. */
  private record Branch(List<Numbers> numbers, List<Words> words, StepFormula formula) {}

  private final List<Branch> branches;
  private final int[] needed;

  private PreparedAllotment(List<Branch> branches, int[] needed) {
    this.branches = List.copyOf(branches);
    this.needed = needed;
  }

  /** Prepares the terms; without a branch, and so undecided, where they are no formulas. */
  static PreparedAllotment of(AllotmentTerms terms, Slots slots) {
    try {
      Box accounts = terms.accounts();
      List<Branch> branches = new ArrayList<>();
      for (Cases.Case<Optional<AllotmentTerms.Allotted>> each : terms.cases(accounts)) {
        Formula formula =
            each.value().map(AllotmentTerms.Allotted::available).orElse(Formula.NO_LIMIT);
        branches.add(branch(each.box(), accounts, formula, terms, slots));
      }
      int[] needed = Asked.by(terms).stream().mapToInt(slots::of).toArray();
      return new PreparedAllotment(branches, needed);
    } catch (Inexact | TooFine | ArithmeticException noFormula) {
      return new PreparedAllotment(List.of(), new int[0]);
    }
  }

  private static Branch branch(
      Box box, Box accounts, Formula formula, AllotmentTerms terms, Slots slots) {
    List<Numbers> numbers = new ArrayList<>();
    List<Words> words = new ArrayList<>();
    box.sides()
        .forEach(
            (attribute, values) -> {
              if (accounts.side(attribute).equals(values) || attribute.equals(Attribute.EDITION)) {
                return;
              }
              if (values instanceof ValueSet.Numbers set) {
                numbers.add(new Numbers(slots.of(attribute), set));
              } else {
                words.add(new Words(slots.of(attribute), (ValueSet.Words) values));
              }
            });
    return new Branch(
        numbers,
        words,
        StepFormula.of(formula, slots.positions(), terms.quota().unit().decimals()));
  }

  /**
   * The limit in steps; {@link Limits#UNDECIDED} where that takes more than formulas: something is
   * not known, or a number does not fit.
   */
  long at(Values values) {
    for (int slot : needed) {
      if (!values.isKnown(slot)) {
        return Limits.UNDECIDED;
      }
    }
    for (Branch branch : branches) {
      if (passes(branch, values)) {
        return value(branch, values);
      }
    }
    return Limits.UNDECIDED;
  }

  private static boolean passes(Branch branch, Values values) {
    for (Numbers test : branch.numbers()) {
      if (!test.values().contains(values.numbers()[test.slot()])) {
        return false;
      }
    }
    for (Words test : branch.words()) {
      if (test.values().words().contains(values.word(test.slot())) == test.values().allBut()) {
        return false;
      }
    }
    return true;
  }

  private static long value(Branch branch, Values values) {
    try {
      return branch.formula().at(values.numbers());
    } catch (ArithmeticException doesNotFit) {
      return Limits.UNDECIDED;
    }
  }
}
