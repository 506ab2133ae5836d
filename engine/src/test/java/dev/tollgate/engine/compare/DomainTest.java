package dev.tollgate.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.engine.policy.Unit;
import dev.tollgate.engine.policy.Value;
import dev.tollgate.engine.policy.ValueType;
import java.util.List;
import org.junit.jupiter.api.Test;

class DomainTest {

  @Test
  void amountsBeginAtZeroAndDatesDoNot() {
    assertThat(Domain.values(new ValueType.Count()).contains(Value.number(-1))).isFalse();
    assertThat(Domain.values(new ValueType.Quantity(Unit.CALLS)).contains(Value.number(0)))
        .isTrue();
    assertThat(Domain.values(new ValueType.Date()).contains(Value.number(-1))).isTrue();
  }

  @Test
  void wordsAreTheChoicesOfTheirTypeAndNeverLeftOut() {
    assertThat(Domain.values(new ValueType.OneOf(List.of("a", "b"))).contains(Value.word("c")))
        .isFalse();
    assertThat(Domain.values(new ValueType.YesOrNo()).contains(Value.YES)).isTrue();
    assertThat(Domain.values(new ValueType.Text()).contains(Value.word("any"))).isTrue();
    assertThat(Domain.values(new ValueType.Text()).containsAbsent()).isFalse();
  }
}
