package dev.tollgate.grammar.parse;

import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.AddOnClause;
import dev.tollgate.grammar.tree.ClockUnit;
import dev.tollgate.grammar.tree.Numeral;
import dev.tollgate.grammar.tree.Pack;
import dev.tollgate.grammar.tree.Price;
import dev.tollgate.grammar.tree.ProductClause;
import dev.tollgate.grammar.tree.Slab;
import dev.tollgate.grammar.tree.Stretch;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads add-ons. */
final class AddOnReader extends TreeReader<AddOnClause> {

  private final Reading reading;
  private final AmountReader amounts;
  private final ConditionReader conditions;
  private final VersionReader versions;

  AddOnReader(Reading reading) {
    this.reading = reading;
    this.amounts = new AmountReader(reading);
    this.conditions = new ConditionReader(reading);
    this.versions = new VersionReader(reading);
  }

  ProductClause.AddOn read(TollParser.AddOnContext context) {
    TollParser.AddOnHeaderContext header = context.addOnHeader();
    TollParser.AddOnBlockContext block = context.addOnBlock();
    List<AddOnClause> clauses = new ArrayList<>();
    for (TollParser.AddOnClauseContext clause : reading.sound(block, block.addOnClause())) {
      clauses.add(visit(clause));
    }
    return new ProductClause.AddOn(
        reading.name(header.word()), reading.title(header.text()), clauses, reading.span(context));
  }

  @Override
  public AddOnClause visitForEditions(TollParser.ForEditionsContext context) {
    return new AddOnClause.For(versions.editions(context.editionChoice()), reading.span(context));
  }

  @Override
  public AddOnClause visitAddsTo(TollParser.AddsToContext context) {
    return new AddOnClause.AddsTo(reading.name(context.name()), reading.span(context));
  }

  @Override
  public AddOnClause visitAddsEach(TollParser.AddsEachContext context) {
    return new AddOnClause.AddsEach(
        reading.quantity(context.quantity()), reading.name(context.name()), reading.span(context));
  }

  @Override
  public AddOnClause visitRaises(TollParser.RaisesContext context) {
    return new AddOnClause.Raises(
        reading.name(context.name()), amounts.read(context.amount()), reading.span(context));
  }

  @Override
  public AddOnClause visitSets(TollParser.SetsContext context) {
    return new AddOnClause.Sets(
        reading.name(context.name()), amounts.read(context.amount()), reading.span(context));
  }

  @Override
  public AddOnClause visitMost(TollParser.MostContext context) {
    return new AddOnClause.Most(amounts.read(context.amount()), reading.span(context));
  }

  @Override
  public AddOnClause visitNeedsAddOn(TollParser.NeedsAddOnContext context) {
    return new AddOnClause.NeedsAddOn(reading.name(context.name()), reading.span(context));
  }

  @Override
  public AddOnClause visitNeedsCondition(TollParser.NeedsConditionContext context) {
    return new AddOnClause.NeedsCondition(
        conditions.read(context.condition()), reading.span(context));
  }

  @Override
  public AddOnClause visitBillBought(TollParser.BillBoughtContext context) {
    return new AddOnClause.BillBought(
        BillPeriods.of(context.billPeriod()), days(context.stretch()), reading.span(context));
  }

  @Override
  public AddOnClause visitBillUsed(TollParser.BillUsedContext context) {
    return new AddOnClause.BillUsed(BillPeriods.of(context.billPeriod()), reading.span(context));
  }

  @Override
  public AddOnClause visitSlabs(TollParser.SlabsContext context) {
    var currency = reading.name(context.word());
    var span = reading.span(context);
    Numeral per =
        reading
            .numeralIfAny(context.NUMBER())
            .orElse(new Numeral(BigDecimal.ONE, "1", currency.span()));
    List<Slab> slabs = new ArrayList<>();
    TollParser.SlabBlockContext block = context.slabBlock();
    for (TollParser.SlabContext slab : reading.sound(block, block.slab())) {
      slabs.add(slab(slab));
    }
    return new AddOnClause.Priced(
        context.VOLUME() == null
            ? new Price.Graduated(currency, per, slabs, span)
            : new Price.Volume(currency, per, slabs, span),
        span);
  }

  @Override
  public AddOnClause visitFlat(TollParser.FlatContext context) {
    var span = reading.span(context);
    return new AddOnClause.Priced(
        new Price.Flat(reading.name(context.word()), reading.numeral(context.NUMBER()), span),
        span);
  }

  @Override
  public AddOnClause visitPacks(TollParser.PacksContext context) {
    var span = reading.span(context);
    List<Pack> packs = new ArrayList<>();
    for (TollParser.PackContext pack :
        reading.sound(context.packBlock(), context.packBlock().pack())) {
      packs.add(
          new Pack(
              reading.numeral(pack.NUMBER(0)),
              reading.numeral(pack.NUMBER(1)),
              reading.span(pack)));
    }
    return new AddOnClause.Priced(new Price.Packs(reading.name(context.word()), packs, span), span);
  }

  private Slab slab(TollParser.SlabContext context) {
    int sizes = context.BEYOND() == null ? 1 : 0;
    return new Slab(
        context.FIRST() != null
            ? Slab.Reach.FIRST
            : context.NEXT() != null ? Slab.Reach.NEXT : Slab.Reach.BEYOND,
        reading.numeralIfAny(sizes == 0 ? null : context.NUMBER(0)),
        reading.numeralIfAny(context.NUMBER(sizes)),
        reading.span(context));
  }

  private Optional<Numeral> days(TollParser.@Nullable StretchContext context) {
    if (context == null) {
      return Optional.empty();
    }
    Stretch month = reading.stretch(context);
    boolean known = ClockUnit.of(context.word().getText()).isPresent();
    if (known && month.unit() != ClockUnit.DAY) {
      reading.report(
          Diagnostic.of(
              DiagnosticCode.UNEXPECTED_TEXT, month.span(), "a month is said in days here"));
    }
    return Optional.of(month.count());
  }
}
