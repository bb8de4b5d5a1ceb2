package dev.hivemind.core.mine.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhrasingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "No, the report must be in euros",
        "don't page the night shift for this, use the queue instead",
        "that's wrong, we always round down",
        "Nein, das muss immer brutto sein",
        "no, hay que usar siempre la plantilla nueva",
        "Non, il faut toujours utiliser le nouveau modèle",
        "Não, sempre tem que usar o modelo novo",
        "不对,应该用新的模板",
        "違います、必ず新しいテンプレートを使ってください",
      })
  void pushBack_thatSaysWhatIsWanted(String text) {
    Phrasing phrasing = Phrasing.of(text);
    assertThat(phrasing.logOdds()).isGreaterThan(2);
    assertThat(phrasing.saysWhatIsWanted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No, thanks",
        "no problem",
        "No worries, take your time",
        "Revert the last commit",
        "Actually, let's also add tests",
        "my mistake, I meant the other branch",
        "No one has replied yet, send a reminder",
        "Nein danke, passt so",
        "kein Problem",
        "no pasa nada, gracias",
        "non merci",
        "não, obrigado",
        "没关系,谢谢",
        "大丈夫です、ありがとう",
        "can you also list the closed ones?",
      })
  void falseFriends_weighNothing(String text) {
    assertThat(Phrasing.of(text).logOdds()).isLessThanOrEqualTo(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my name is Kim and I like tea",
        "ich heiße Kim",
        "me llamo Kim",
        "je m'appelle Kim",
        "我叫小金"
      })
  void facts_areAboutThePerson(String text) {
    assertThat(Phrasing.of(text).isAboutThePerson()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "we dropped that, it is weekly now",
        "das gilt nicht mehr",
        "ya no se hace así",
        "不再用旧的了"
      })
  void renewal_isSeen(String text) {
    assertThat(Phrasing.of(text).renews()).isTrue();
  }
}
