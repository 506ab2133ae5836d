package dev.tollgate.engine.decide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call that a request asks about.
 *
 * @param name as the product declares it, or any other name where the product is open
 * @param params values of its parameters, by name
 * @param calls the calls inside a composite; empty for every other call
 */
public record AskedCall(String name, Map<String, Stated> params, List<AskedCall> calls) {

  public AskedCall {
    params = Ordered.copyOf(params);
    calls = List.copyOf(calls);
  }

  public static AskedCall of(String name) {
    return new AskedCall(name, Map.of(), List.of());
  }

  public static AskedCall of(String name, Map<String, Stated> params) {
    return new AskedCall(name, params, List.of());
  }

  public AskedCall with(String param, Stated value) {
    Map<String, Stated> more = new LinkedHashMap<>(params);
    more.put(param, value);
    return new AskedCall(name, more, calls);
  }

  public AskedCall with(String param, long number) {
    return with(param, Stated.number(number));
  }
}
