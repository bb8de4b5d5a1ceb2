package dev.hivemind.core.mine.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HorizonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "we never force-push shared branches",
        "prefer small batches to save on memory",
        "Refunds above 200 go to the finance queue.",
        "Ask the front desk before you book a room.",
        "Bei uns wird nie ohne Freigabe bestellt",
        "hay que pedir permiso antes",
        "il faut toujours demander",
        "aqui a gente nunca irriga de dia",
        "we have a helper for that",
        "for suppliers use the shared account",
        "un contrat, c'est deux signatures",
        "los contratos llevan dos firmas",
        "os contratos precisam de duas assinaturas",
        "Reisekosten bitte auf das Projektkonto",
        "超过十人要提前预约",
        "返品の場合は確認が要ります",
        "必须先备份",
        "必ず先に確認してください"
      })
  void rule_reachesBeyondTheMoment(String sentence) {
    assertThat(Horizon.isRule(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "don't check this in",
        "stop for a second, so the issue was the other file",
        "we need to rebase on main now",
        "using the cli here should be fine, right?",
        "(we use the library in other places)",
        "I want it to be called shop-tab instead of shop-bar",
        "let's cut a branch",
        "the search never works",
        "eure Suche funktioniert nie",
        "tu buscador nunca funciona",
        "ta recherche ne marche jamais",
        "is there another way than the token of our account"
      })
  void remark_isOfTheMoment(String sentence) {
    assertThat(Horizon.isRule(sentence)).isFalse();
  }
}
