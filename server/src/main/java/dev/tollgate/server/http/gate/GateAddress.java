package dev.tollgate.server.http.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.tollgate.engine.policy.Product;
import dev.tollgate.engine.policy.ValueType;
import dev.tollgate.server.http.json.Pointer;
import dev.tollgate.server.http.json.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the address of a gate request into the body that consume takes, so that both are read and
 * judged by the same rules.
 *
 * <p>A name in the query is a key where the product declares such a key, and a parameter of the
 * call otherwise. Where both are declared, or the name is one of {@link #RESERVED}, it is written
 * {@code key.NAME} or {@code param.NAME}; that form is always understood.
 */
final class GateAddress {

  /** Names that are neither a key nor a parameter unless they are written with their prefix. */
  static final List<String> RESERVED = List.of("requestId", "inFlight", "channel", "deny");

  private static final String KEY = "key.";
  private static final String PARAM = "param.";
  private static final String NUMBER = "-?[0-9]{1,40}(\\.[0-9]{1,40})?";

  private final Optional<Product> product;
  private final String call;
  private final Problems problems;
  private final ObjectNode keys = JsonNodeFactory.instance.objectNode();
  private final ObjectNode params = JsonNodeFactory.instance.objectNode();

  /**
   * @param product as the policy declares it; empty for an unknown one, which consume will refuse
   */
  GateAddress(Optional<Product> product, String call, Problems problems) {
    this.product = product;
    this.call = call;
    this.problems = problems;
  }

  /** The body of an equal consume. In-flight quotas count only where the query asks for it. */
  ObjectNode body(String productName, String account, Map<String, String> query) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("product", productName).put("account", account).put("call", call);
    body.put("inFlight", false);
    query.forEach((name, value) -> put(body, name, value));
    body.set("params", params);
    body.set("keys", keys);
    return body;
  }

  private void put(ObjectNode body, String name, String value) {
    if (name.equals("inFlight")) {
      body.set(name, yesOrNo(value));
    } else if (name.equals("requestId") || name.equals("channel")) {
      body.put(name, value);
    } else if (name.startsWith(KEY)) {
      keys.put(name.substring(KEY.length()), value);
    } else if (name.startsWith(PARAM)) {
      putParam(name.substring(PARAM.length()), value);
    } else if (!RESERVED.contains(name)) {
      putPlain(name, value);
    }
  }

  private void putPlain(String name, String value) {
    boolean key = product.map(it -> it.keys().contains(name)).orElse(false);
    if (key && parameter(name).isPresent()) {
      problems.add(
          Pointer.ROOT.member("query").member(name),
          "ambiguous-name",
          "`%s` is a key and a parameter: write `key.%s` or `param.%s`"
              .formatted(name, name, name));
    } else if (key) {
      keys.put(name, value);
    } else {
      putParam(name, value);
    }
  }

  private void putParam(String name, String value) {
    params.set(name, parameter(name).map(type -> typed(type, value)).orElse(new TextNode(value)));
  }

  private Optional<ValueType> parameter(String name) {
    return product
        .flatMap(it -> it.call(call))
        .flatMap(it -> Optional.ofNullable(it.parameters().get(name)))
        .map(Product.Parameter::type);
  }

  /** What looks like the declared type becomes it; the rest stays text and is refused as such. */
  private static JsonNode typed(ValueType type, String value) {
    if (type instanceof ValueType.YesOrNo) {
      return yesOrNo(value);
    }
    boolean number = type.isNumber() && !(type instanceof ValueType.Date);
    return number && value.matches(NUMBER)
        ? DecimalNode.valueOf(new BigDecimal(value))
        : new TextNode(value);
  }

  private static JsonNode yesOrNo(String value) {
    return switch (value) {
      case "true", "yes" -> BooleanNode.TRUE;
      case "false", "no" -> BooleanNode.FALSE;
      default -> new TextNode(value);
    };
  }
}
