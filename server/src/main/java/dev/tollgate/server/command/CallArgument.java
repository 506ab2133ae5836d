package dev.tollgate.server.command;

import dev.tollgate.engine.decide.AskedCall;
import dev.tollgate.engine.decide.Stated;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call as the command line names it; see {@link CallReader} for the form.
 *
 * @param params values by name, as they were written
 * @param calls the calls inside a composite
 */
record CallArgument(String name, Map<String, String> params, List<CallArgument> calls) {

  CallArgument {
    params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    calls = List.copyOf(calls);
  }

  /** The call as a question asks for it; of what type a value is, only the policy knows. */
  AskedCall asked() {
    Map<String, Stated> values = new LinkedHashMap<>();
    params.forEach((param, word) -> values.put(param, Stated.untyped(word)));
    return new AskedCall(name, values, calls.stream().map(CallArgument::asked).toList());
  }
}
