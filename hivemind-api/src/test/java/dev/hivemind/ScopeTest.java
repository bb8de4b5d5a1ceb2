package dev.hivemind;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScopeTest {
  @Test
  void visible_isTheScopeAndThoseAbove() {
    assertThat(Scope.of("a/b/c").visible())
        .containsExactly(Scope.of("a/b/c"), Scope.of("a/b"), Scope.of("a"));
  }

  @Test
  void contains_isTrueBelowAndFalseBesideAndAbove() {
    Scope scope = Scope.of("pay/ana");

    assertThat(scope.contains(Scope.of("pay/ana"))).isTrue();
    assertThat(scope.contains(Scope.of("pay/ana/x"))).isTrue();
    assertThat(scope.contains(Scope.of("pay"))).isFalse();
    assertThat(scope.contains(Scope.of("pay/anabel"))).isFalse();
    assertThat(scope.contains(Scope.of("pay/ben"))).isFalse();
  }

  @Test
  void names_thatLookTheSameInAnotherUnicodeForm_areTheSame() {
    assertThat(Scope.of("caf\u00e9")).isEqualTo(Scope.of("cafe\u0301"));
  }

  @Test
  void belongsTo_needsTheLastNameAndMoreThanAWorkspace() {
    assertThat(Scope.of("shop/Eve").belongsTo(Author.endUser("eve"))).isTrue();
    assertThat(Scope.of("eve").belongsTo(Author.endUser("eve"))).isFalse();
    assertThat(Scope.of("shop/eve/x").belongsTo(Author.endUser("eve"))).isFalse();
  }
}
