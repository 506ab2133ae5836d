package dev.tollgate.engine;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * No {@code double} or {@code float} in a field, a parameter, a result, or in anything that is
 * called. A local variable that is neither passed on nor returned goes unseen: class files do not
 * name its type.
 */
final class UseNoBinaryFloatingPoint extends ArchCondition<JavaClass> {

  /** As types are named at run time, where {@code [D} is an array of doubles. */
  private static final Pattern INEXACT =
      Pattern.compile("double|float|\\[+[DF]|(\\[+L)?java\\.lang\\.(Double|Float);?");

  UseNoBinaryFloatingPoint() {
    super("use no binary floating point");
  }

  @Override
  public void check(JavaClass checked, ConditionEvents events) {
    for (JavaField field : checked.getFields()) {
      report(checked, field.getFullName(), Stream.of(field.getRawType()), events);
    }
    for (JavaCodeUnit unit : checked.getCodeUnits()) {
      report(checked, unit.getFullName(), types(unit.getRawParameterTypes(), unit), events);
    }
    checked
        .getAccessesFromSelf()
        .forEach(
            access ->
                report(
                    checked, access.getDescription(), Stream.of(access.getTargetOwner()), events));
    checked
        .getCodeUnitCallsFromSelf()
        .forEach(
            call ->
                report(
                    checked,
                    call.getDescription(),
                    Stream.concat(
                        call.getTarget().getRawParameterTypes().stream(),
                        Stream.of(call.getTarget().getRawReturnType())),
                    events));
  }

  private static Stream<JavaClass> types(List<JavaClass> parameters, JavaCodeUnit unit) {
    return Stream.concat(parameters.stream(), Stream.of(unit.getRawReturnType()));
  }

  private static void report(
      JavaClass checked, String where, Stream<JavaClass> types, ConditionEvents events) {
    types
        .filter(type -> INEXACT.matcher(type.getName()).matches())
        .forEach(
            type ->
                events.add(
                    SimpleConditionEvent.violated(checked, where + " uses " + type.getName())));
  }
}
