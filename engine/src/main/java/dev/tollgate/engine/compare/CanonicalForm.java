package dev.tollgate.engine.compare;

import dev.tollgate.engine.policy.Allotment;
import dev.tollgate.engine.policy.Amount;
import dev.tollgate.engine.policy.Condition;
import dev.tollgate.engine.policy.Contract;
import dev.tollgate.engine.policy.Json;
import dev.tollgate.engine.policy.Place;
import dev.tollgate.engine.policy.Policy;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.Window;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Clauses of a policy written down so that clauses of one meaning are written alike: without places
 * and the author's own words, in an order of its own where the order means nothing, and amounts as
 * formulas, so that {@code 250 per user + 5_000} is {@code base 5_000 + 250 per user}.
 */
final class CanonicalForm {

  /** What an author wrote, kept for receipts, and where a policy came from. */
  private static final Set<String> WORDS = Set.of("text", "files", "hash");

  /** Clauses of which the text is what they mean. */
  private static final Set<Class<?>> VALUES = Set.of(Value.Word.class, Json.Text.class);

  /** Lists whose order means nothing. */
  private static final Set<String> SETS =
      Set.of(
          "products",
          "contracts",
          "units",
          "seats",
          "facts",
          "keys",
          "calls",
          "addOns",
          "rules",
          "allotments",
          "also");

  /** The parts of a clause that have an effect. */
  private static final ClassValue<List<RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> clause) {
          return Stream.of(clause.getRecordComponents())
              .filter(component -> !saysWhere(component))
              .filter(component -> VALUES.contains(clause) || !WORDS.contains(component.getName()))
              .toList();
        }
      };

  private final Optional<Product> product;

  private CanonicalForm(Optional<Product> product) {
    this.product = product;
  }

  /** A clause that says nothing of amounts, or whose amounts need no facts. */
  static String of(Object clause) {
    return new CanonicalForm(Optional.empty()).written(clause, "");
  }

  /** A clause of a product. */
  static String of(Product product, Object clause) {
    return new CanonicalForm(Optional.of(product)).written(clause, "");
  }

  /** {@code sha256:} and a digest that only what has an effect changes. */
  static String hash(Policy policy, ChangeLog log) {
    String products =
        policy.products().values().stream()
            .map(product -> of(product, product))
            .sorted()
            .collect(Collectors.joining("\n"));
    String contracts =
        policy.contracts().stream()
            .map(contract -> log.form(policy.products().get(contract.product()), contract))
            .sorted()
            .collect(Collectors.joining("\n"));
    try {
      byte[] bytes = (products + "\n\n" + contracts).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "sha256:" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  private String written(Object value, String name) {
    if (value instanceof Amount amount) {
      return amount(amount);
    } else if (value instanceof Window window) {
      return components(window);
    } else if (value instanceof Condition.All || value instanceof Condition.Any) {
      List<Condition> parts =
          value instanceof Condition.All all ? all.parts() : ((Condition.Any) value).parts();
      return value.getClass().getSimpleName() + listed(parts.stream(), "", true);
    } else if (value instanceof Optional<?> optional) {
      return optional.map(inside -> written(inside, name)).orElse("-");
    } else if (value instanceof Map<?, ?> map) {
      return listed(
          map.entrySet().stream()
              .map(entry -> written(entry.getKey(), "") + "=" + written(entry.getValue(), "")),
          "",
          true);
    } else if (value instanceof Collection<?> collection) {
      boolean orderless = collection instanceof Set<?> || SETS.contains(name);
      return listed(collection.stream().flatMap(CanonicalForm::oneByOne), name, orderless);
    } else if (value instanceof Record written) {
      return components(written);
    }
    return value.getClass().getSimpleName() + "(" + value + ")";
  }

  /** A line for two editions says what two lines say. */
  private static Stream<?> oneByOne(Object clause) {
    return clause instanceof Allotment line && line.editions().size() > 1
        ? line.editions().stream()
            .map(
                edition ->
                    new Allotment(
                        Set.of(edition), line.when(), line.grant(), line.text(), line.place()))
        : Stream.of(clause);
  }

  private String listed(Stream<?> values, String name, boolean orderless) {
    Stream<String> written =
        values.map(value -> value instanceof String word ? word : written(value, name));
    return (orderless ? written.sorted() : written).collect(Collectors.joining(", ", "[", "]"));
  }

  private String components(Object clause) {
    StringBuilder out = new StringBuilder(clause.getClass().getSimpleName()).append('(');
    for (RecordComponent component : COMPONENTS.get(clause.getClass())) {
      boolean isContractTitle = clause instanceof Contract && component.getName().equals("title");
      if (!isContractTitle) {
        out.append(component.getName())
            .append('=')
            .append(written(value(clause, component), component.getName()))
            .append("; ");
      }
    }
    return out.append(')').toString();
  }

  /** One place or several, or perhaps one. */
  private static boolean saysWhere(RecordComponent component) {
    return component.getGenericType().getTypeName().contains(Place.class.getName());
  }

  private static Object value(Object clause, RecordComponent component) {
    try {
      return component.getAccessor().invoke(clause);
    } catch (ReflectiveOperationException hidden) {
      throw new IllegalStateException("no way to read " + component, hidden);
    }
  }

  /** A formula, unless it needs an edition's number or is none. */
  private String amount(Amount amount) {
    try {
      return product
          .map(known -> new AmountFormula(known, "", dev.tollgate.engine.policy.Unit.CALLS))
          .filter(reader -> !(rounds(amount)))
          .map(reader -> formula(reader.of(amount)))
          .orElseGet(() -> components(amount));
    } catch (Inexact none) {
      return components(amount);
    }
  }

  /** What is rounded depends on the unit, which is written elsewhere. */
  private static boolean rounds(Amount amount) {
    return amount.toString().contains("DividedBy");
  }

  private String formula(Formula formula) {
    if (formula instanceof Formula.Linear linear) {
      return linear.value().constant()
          + listed(
              linear.value().factors().entrySet().stream()
                  .map(term -> term.getValue() + "×" + term.getKey().kind() + " " + term.getKey()),
              "",
              true);
    }
    return formula instanceof Formula.Sum sum
        ? "Sum" + listed(sum.parts().stream().map(this::formula), "", true)
        : choice(formula);
  }

  private String choice(Formula formula) {
    if (formula instanceof Formula.Greatest greatest) {
      return "Greatest" + listed(greatest.choices().stream().map(this::formula), "", true);
    } else if (formula instanceof Formula.Least least) {
      return "Least" + listed(least.choices().stream().map(this::formula), "", true);
    } else if (formula instanceof Formula.Times times) {
      return times.by() + "×" + formula(times.value());
    }
    return formula.toString();
  }
}
