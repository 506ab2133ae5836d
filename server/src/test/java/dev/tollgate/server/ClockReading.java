package dev.tollgate.server;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.time.Clock;

/** Calls that ask the machine what time it is, instead of being told. */
final class ClockReading {

  static final DescribedPredicate<JavaMethodCall> READS_A_CLOCK =
      DescribedPredicate.describe("it reads the machine's clock", ClockReading::readsAClock);

  private ClockReading() {}

  private static boolean readsAClock(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    String name = call.getName();
    if (owner.equals("java.lang.System")) {
      return name.equals("currentTimeMillis");
    }
    if (!owner.startsWith("java.time.")) {
      return false;
    }
    boolean isTold =
        call.getTarget().getRawParameterTypes().stream()
            .anyMatch(type -> type.isEquivalentTo(Clock.class));
    return !isTold && (name.equals("now") || name.startsWith("system") || name.startsWith("tick"));
  }
}
