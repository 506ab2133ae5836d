package dev.tollgate.engine.compile;

import dev.tollgate.engine.compare.Domain;
import dev.tollgate.engine.policy.Attribute;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.grammar.diagnostic.Diagnostic;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.diagnostic.Span;
import dev.tollgate.grammar.tree.Literal;
import dev.tollgate.grammar.tree.Name;
import dev.tollgate.grammar.tree.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves what conditions ask about: facts before seats before parameters before keys. A seat's
 * singular comes last, since a key may have that name.
 */
final class Subjects implements Subject.Visitor<Optional<Asked>> {

  private final ProductDraft product;
  private final Scene scene;

  Subjects(ProductDraft product, Scene scene) {
    this.product = product;
    this.scene = scene;
  }

  Optional<Asked> resolve(Subject subject) {
    return subject.accept(this);
  }

  @Override
  public Optional<Asked> signedUp(Subject.SignedUp signedUp) {
    return Optional.of(typed(Attribute.SIGNED_UP, "signed up", new ValueType.Date(), false));
  }

  @Override
  public Optional<Asked> edition(Subject.Edition edition) {
    List<String> names = product.editions.values().stream().map(Product.Edition::name).toList();
    if (names.isEmpty()) {
      if (!product.draft.isDamaged("edition")) {
        product
            .findings()
            .add(
                DiagnosticCode.UNKNOWN_SUBJECT,
                edition.span(),
                "%s has no editions".formatted(product.name()));
      }
      return Optional.empty();
    }
    ValueType type = new ValueType.OneOf(names.stream().distinct().toList());
    return Optional.of(
        new Asked(
            Attribute.EDITION,
            type,
            Domain.values(type),
            false,
            literal ->
                word(literal, "edition", type)
                    .flatMap(product.editions::find)
                    .map(found -> Value.word(found.name()))));
  }

  @Override
  public Optional<Asked> channel(Subject.Channel channel) {
    if (onlyForCalls("channel", channel.span())) {
      return Optional.empty();
    }
    return Optional.of(words(Attribute.CHANNEL, "channel", true));
  }

  @Override
  public Optional<Asked> named(Subject.Named named) {
    Name name = named.name();
    if (product.facts.has(name.text())) {
      return product
          .facts
          .find(name)
          .map(
              fact ->
                  typed(
                      Attribute.fact(fact.name(), fact.type().isNumber()),
                      fact.name(),
                      fact.type(),
                      false));
    }
    boolean plural =
        product.seats.values().stream().anyMatch(seat -> seat.plural().equals(name.text()));
    if (plural) {
      return seat(name);
    }
    Map<String, ParameterDraft> parameters = parameters(name.text());
    if (!parameters.isEmpty()) {
      return parameter(name, parameters);
    } else if (product.keys.has(name.text())) {
      return onlyForCalls(name.text(), name.span())
          ? Optional.empty()
          : product.keys.find(name).map(key -> words(Attribute.key(key), key, true));
    } else if (product.seats.has(name.text())) {
      return seat(name);
    }
    product.draft.unknowns.use(
        DiagnosticCode.UNKNOWN_SUBJECT,
        "a fact, seat, parameter or key of " + product.name(),
        name,
        known());
    return Optional.empty();
  }

  private Optional<Asked> seat(Name name) {
    return product
        .seats
        .find(name)
        .map(
            seat ->
                typed(Attribute.seat(seat.name()), seat.plural(), new ValueType.Count(), false));
  }

  /** The parameters of that name of all declared calls, by call. */
  private Map<String, ParameterDraft> parameters(String name) {
    Map<String, ParameterDraft> found = new LinkedHashMap<>();
    for (CallDraft call : product.calls.values()) {
      call.parameter(name).ifPresent(parameter -> found.put(call.name().text(), parameter));
    }
    return found;
  }

  private Optional<Asked> parameter(Name name, Map<String, ParameterDraft> parameters) {
    if (onlyForCalls(name.text(), name.span())) {
      return Optional.empty();
    }
    ChosenCalls calls = scene.calls().orElseThrow();
    Map<String, ParameterDraft> here = new LinkedHashMap<>(parameters);
    here.keySet().retainAll(calls.set().declared());
    if (!isDeclaredWhereNeeded(name, calls, here)) {
      return Optional.empty();
    }
    List<ParameterDraft> distinct = here.values().stream().distinct().toList();
    if (distinct.stream().anyMatch(ParameterDraft::isUnclear)) {
      return Optional.empty();
    }
    ParameterDraft first = distinct.get(0);
    for (ParameterDraft other : distinct) {
      if (!other.type().equals(first.type())) {
        product
            .findings()
            .add(
                Diagnostic.of(
                        DiagnosticCode.PARAMETER_OF_TWO_TYPES,
                        name.span(),
                        "`%s` is %s for some calls of the line and %s for others"
                            .formatted(
                                name.text(),
                                Types.describe(first.type()),
                                Types.describe(other.type())))
                    .withRelated(first.name.span(), "declared here")
                    .withRelated(other.name.span(), "and here"));
        return Optional.empty();
      }
    }
    String declared = first.name.text();
    Attribute attribute = Attribute.parameter(declared, first.type().isNumber());
    return Optional.of(typed(attribute, declared, first.type(), true));
  }

  private boolean isDeclaredWhereNeeded(
      Name name, ChosenCalls calls, Map<String, ParameterDraft> here) {
    if (!calls.complete()) {
      return !here.isEmpty();
    }
    List<String> without = new ArrayList<>();
    product.calls.entries().stream()
        .map(entry -> entry.name().text())
        .filter(call -> calls.set().declared().contains(call) && !here.containsKey(call))
        .forEach(without::add);
    boolean enough =
        scene.declaredByAll() ? without.isEmpty() && !calls.set().undeclared() : !here.isEmpty();
    if (!enough) {
      String call = without.isEmpty() ? "calls that nobody declared" : "`" + without.get(0) + "`";
      product.draft.unknowns.use(
          DiagnosticCode.UNKNOWN_PARAMETER, "a parameter of " + call, name, List.of());
    }
    return enough;
  }

  private boolean onlyForCalls(String word, Span span) {
    if (scene.calls().isPresent()) {
      return false;
    }
    product
        .findings()
        .add(
            DiagnosticCode.CLAUSE_MISPLACED,
            span,
            "`%s` is known of calls, and this line is about accounts".formatted(word));
    return true;
  }

  private Asked typed(Attribute attribute, String name, ValueType type, boolean mayBeAbsent) {
    Literals literals = new Literals(product, name, type);
    return new Asked(attribute, type, Domain.values(type), mayBeAbsent, literals::read);
  }

  /** Something whose values nobody declares, such as the name of an app. */
  private Asked words(Attribute attribute, String name, boolean mayBeAbsent) {
    ValueType type = new ValueType.Text();
    return new Asked(
        attribute,
        type,
        Domain.values(type),
        mayBeAbsent,
        literal -> word(literal, name, type).map(word -> Value.word(word.text())));
  }

  /** The word of a literal, quoted or not. */
  private Optional<Name> word(Literal literal, String subject, ValueType type) {
    if (literal instanceof Literal.Word word) {
      return Optional.of(word.name());
    } else if (literal instanceof Literal.Quoted quoted) {
      return Optional.of(new Name(quoted.text().value(), quoted.span()));
    }
    return new Literals(product, subject, type).read(literal).map(value -> unreachable(literal));
  }

  private static Name unreachable(Literal literal) {
    throw new IllegalStateException("neither a word nor reported: " + literal);
  }

  private List<Known> known() {
    List<Known> known = new ArrayList<>();
    known.addAll(product.facts.known());
    known.addAll(product.seats.known());
    if (scene.calls().isPresent()) {
      product.calls.values().stream()
          .filter(call -> scene.calls().get().set().declared().contains(call.name().text()))
          .flatMap(call -> call.parameters().values().stream())
          .map(parameter -> Known.of(parameter.name))
          .forEach(known::add);
      known.addAll(product.keys.known());
    }
    return known;
  }
}
