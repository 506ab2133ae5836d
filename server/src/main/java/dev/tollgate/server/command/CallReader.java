package dev.tollgate.server.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the calls of {@code --call}: {@code users.list}, {@code records.insert:records=25,app=crm},
 * {@code users.list*7}, {@code composite.run(users.list,records.insert:records=25)}.
 */
final class CallReader {

  private static final Pattern REPEATED = Pattern.compile("(.*)\\*([0-9_]+)", Pattern.DOTALL);
  private static final String ENDS_OF_NAME = "(),:=";

  private final String text;
  private int at;

  private CallReader(String text) {
    this.text = text;
  }

  /**
   * A call and how often it happens.
   *
   * @param times from 1
   */
  record Repeated(CallArgument call, long times) {}

  /**
   * @throws BadUsage if the text has another form
   */
  static Repeated read(String argument) {
    Matcher repeated = REPEATED.matcher(argument);
    if (!repeated.matches()) {
      return new Repeated(new CallReader(argument).whole(), 1);
    }
    long times = Numbers.whole("--call " + argument, repeated.group(2));
    if (times == 0) {
      throw new BadUsage("`--call %s` happens 0 times".formatted(argument), "write at least `*1`");
    }
    return new Repeated(new CallReader(repeated.group(1)).whole(), times);
  }

  private CallArgument whole() {
    CallArgument call = call();
    if (at < text.length()) {
      throw malformed();
    }
    return call;
  }

  private CallArgument call() {
    String name = name();
    List<CallArgument> calls = new ArrayList<>();
    if (skip('(')) {
      do {
        calls.add(call());
      } while (skip(','));
      if (!skip(')')) {
        throw malformed();
      }
    }
    Map<String, String> params = new LinkedHashMap<>();
    if (skip(':')) {
      do {
        param(params);
      } while (anotherParam());
    }
    return new CallArgument(name, params, calls);
  }

  private String name() {
    int start = at;
    while (at < text.length() && ENDS_OF_NAME.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    if (at == start) {
      throw malformed();
    }
    return text.substring(start, at);
  }

  private void param(Map<String, String> params) {
    String name = name();
    if (!skip('=')) {
      throw malformed();
    }
    int start = at;
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != ')') {
      at++;
    }
    if (params.put(name, text.substring(start, at)) != null) {
      throw new BadUsage("`--call %s` says `%s` twice".formatted(text, name));
    }
  }

  /**
   * Inside a composite a comma may also lead to the next call, which has no {@code =} in its name.
   */
  private boolean anotherParam() {
    if (at == text.length() || text.charAt(at) != ',') {
      return false;
    }
    int end = at + 1;
    while (end < text.length() && ENDS_OF_NAME.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    boolean isParam = end < text.length() && text.charAt(end) == '=';
    at += isParam ? 1 : 0;
    return isParam;
  }

  private boolean skip(char expected) {
    boolean there = at < text.length() && text.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }

  private BadUsage malformed() {
    return new BadUsage(
        "`--call %s` is not of the form NAME, NAME:PARAM=VALUE or NAME*TIMES".formatted(text));
  }
}
