package dev.hivemind.core.codify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Situation;
import java.util.List;
import org.junit.jupiter.api.Test;

class KinshipTest {
  private static Told words(String id, String wanted) {
    return Told.of(Kind.CORRECTION, id, .98).wanting(wanted);
  }

  private static Told change(String id, String from, String to) {
    return Told.of(Kind.CORRECTION, id, .98).changing("via", from, to);
  }

  private static Kinship of(Told older, Told newer) {
    return Kinship.of(older.evidence(), newer.evidence());
  }

  @Test
  void sameWords_areTheSame() {
    assertThat(
            of(
                words("a", "invoices need two signatures"),
                words("b", "Invoices need two signatures!")))
        .isEqualTo(Kinship.SAME);
  }

  @Test
  void sameChange_isTheSame() {
    assertThat(of(change("a", "mail", "portal"), change("b", "phone", "portal")))
        .isEqualTo(Kinship.SAME);
  }

  @Test
  void sameCure_ofErrorsThatDifferInAName_isTheSame() {
    String error = "upgrade failed: another operation is in progress for release ";
    Told first = pair("a", error + "search");
    assertThat(of(first, pair("b", error + "cart"))).isEqualTo(Kinship.SAME);
    assertThat(of(first, pair("c", "no such release"))).isEqualTo(Kinship.NONE);
  }

  private static Told pair(String id, String error) {
    return Told.of(Kind.FIX_PAIR, id, .7).changing("wait", "", "true").failing(error);
  }

  @Test
  void changeBackOrElsewhere_opposes() {
    assertThat(of(change("a", "mail", "portal"), change("b", "portal", "app")))
        .isEqualTo(Kinship.OPPOSES);
    assertThat(of(change("a", "mail", "portal"), change("b", "mail", "app")))
        .isEqualTo(Kinship.OPPOSES);
  }

  @Test
  void sameTopicInTheSameSituation_opposes() {
    assertThat(
            of(
                words("a", "invoices need two signatures"),
                words("b", "invoices need three signatures and a stamp of the board")))
        .isEqualTo(Kinship.OPPOSES);
  }

  @Test
  void renewal_opposesWhateverStood() {
    assertThat(of(words("a", "sign it"), words("b", "the process has changed: stamps only")))
        .isEqualTo(Kinship.OPPOSES);
  }

  @Test
  void callsThatWriteProse_areNoKinForOneWordInCommon() {
    String edit = "file_path=<path> new_string=<text> old_string=<text> replace_all=false";
    Told cast = words("a", "cast the value, its type is unknown").masked(edit);

    assertThat(of(cast, words("b", "an unknown sibling package").masked(edit)))
        .isEqualTo(Kinship.NONE);
    assertThat(of(cast, words("b", "the process has changed: stamps only").masked(edit)))
        .isEqualTo(Kinship.NONE);
    assertThat(of(cast, words("b", "never cast a value, ask the owner of it first").masked(edit)))
        .isEqualTo(Kinship.OPPOSES);
  }

  @Test
  void programs_areTheSameChangeForHalfOfTheirWordsNotForOne() {
    Told run =
        Told.of(Kind.CORRECTION, "a", .98).wanting("one").changing("sql", "", "select a from t");
    Told other = Told.of(Kind.CORRECTION, "b", .98).wanting("two");

    assertThat(of(run, other.changing("sql", "", "delete from x where y"))).isEqualTo(Kinship.NONE);
    assertThat(of(run, other.changing("sql", "", "select b from t"))).isEqualTo(Kinship.SAME);
  }

  @Test
  void otherTopic_isNoKin() {
    assertThat(
            of(
                words("a", "invoices need two signatures"),
                words("b", "greet the customer by name")))
        .isEqualTo(Kinship.NONE);
  }

  @Test
  void grouping_keepsOpposedApartAndScopesApart() {
    List<Evidence> evidence =
        List.of(
            change("a", "mail", "portal").evidence(),
            change("b", "phone", "portal").evidence(),
            change("c", "portal", "app").evidence(),
            change("d", "mail", "portal").at("shop/desk").evidence());
    assertThat(
            Grouping.of(evidence).stream().map(group -> group.stream().map(Evidence::id).toList()))
        .containsExactly(List.of("a", "b"), List.of("c"), List.of("d"));
  }

  @Test
  void sameSituation_isEqualKeyOrLikeArgumentsOfOneTool() {
    Situation one = situation("pay", "amount=<n> basis=net currency=eur kind=single order=<id>");
    assertThat(
            Grouping.sameSituation(
                one, situation("pay", "amount=<n> basis=net currency=eur kind=single order=<id>")))
        .isTrue();
    assertThat(
            Grouping.sameSituation(
                one,
                situation(
                    "pay", "amount=<n> basis=net currency=eur kind=single order=<id> rush=true")))
        .isTrue();
    assertThat(
            Grouping.sameSituation(
                one,
                situation("refund", "amount=<n> basis=net currency=eur kind=single order=<id>")))
        .isFalse();
    assertThat(Grouping.sameSituation(one, situation("pay", "list=<text>"))).isFalse();
  }

  private static Situation situation(String tool, String masked) {
    return new Situation(tool, "", masked, "", "", "");
  }
}
