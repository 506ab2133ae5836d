package dev.tollgate.engine.compile;

import dev.tollgate.engine.policy.Json;
import dev.tollgate.grammar.diagnostic.DiagnosticCode;
import dev.tollgate.grammar.tree.Json.Arr;
import dev.tollgate.grammar.tree.Json.Bool;
import dev.tollgate.grammar.tree.Json.Null;
import dev.tollgate.grammar.tree.Json.Num;
import dev.tollgate.grammar.tree.Json.Obj;
import dev.tollgate.grammar.tree.Json.Placeholder;
import dev.tollgate.grammar.tree.Json.Str;
import dev.tollgate.grammar.tree.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the body of a denial. */
final class Bodies implements dev.tollgate.grammar.tree.Json.Visitor<Optional<Json>> {

  private final Draft draft;

  Bodies(Draft draft) {
    this.draft = draft;
  }

  @Override
  public Optional<Json> obj(Obj obj) {
    Map<String, Member> names = new LinkedHashMap<>();
    List<Json.Member> members = new ArrayList<>();
    for (Member member : obj.members()) {
      String name = member.key().value();
      Member first = names.putIfAbsent(name, member);
      if (first != null) {
        draft.findings.add(Names.declaredTwice(name, member.key().span(), first.key().span()));
      }
      member.value().accept(this).ifPresent(value -> members.add(new Json.Member(name, value)));
    }
    return members.size() == obj.members().size()
        ? Optional.of(new Json.Object(members))
        : Optional.empty();
  }

  @Override
  public Optional<Json> arr(Arr arr) {
    List<Json> items = new ArrayList<>();
    arr.items().forEach(item -> item.accept(this).ifPresent(items::add));
    return items.size() == arr.items().size()
        ? Optional.of(new Json.Array(items))
        : Optional.empty();
  }

  @Override
  public Optional<Json> str(Str str) {
    return Optional.of(new Json.Text(str.text().value()));
  }

  @Override
  public Optional<Json> num(Num num) {
    return Optional.of(new Json.Number(num.value()));
  }

  @Override
  public Optional<Json> bool(Bool bool) {
    return Optional.of(new Json.Literal(bool.value()));
  }

  @Override
  public Optional<Json> nullValue(Null nullValue) {
    return Optional.of(new Json.Null());
  }

  @Override
  public Optional<Json> placeholder(Placeholder placeholder) {
    for (Json.Of of : Json.Of.values()) {
      if (word(of).equals(placeholder.name().text())) {
        return Optional.of(new Json.Hole(of));
      }
    }
    List<Known> known = Arrays.stream(Json.Of.values()).map(of -> Known.builtIn(word(of))).toList();
    draft.unknowns.use(
        DiagnosticCode.UNKNOWN_PLACEHOLDER, "a value of a denial", placeholder.name(), known);
    return Optional.empty();
  }

  private static String word(Json.Of of) {
    return of.name().toLowerCase(Locale.ROOT);
  }
}
