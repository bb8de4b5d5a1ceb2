package dev.hivemind.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Candidates;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One skill changed by a person in its file and by somebody else in the library meanwhile. */
class TwoSidesTest {
  private static final Author OLGA = Author.owner("olga");

  @TempDir Path temp;
  private Shop shop;
  private Skill skill;
  private Path inTheHome;

  @BeforeEach
  void learn() {
    shop = Shop.in(temp);
    skill = shop.teach("refund", "Check the settlement window before you refund.");
    inTheHome = temp.resolve("home/skills/shop").resolve(skill.name()).resolve("SKILL.md");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  /** Two people edit the two files of one skill: the second is taken in when the first is known. */
  private void bothEdit(String mine, String yours) {
    shop.down(
        () -> {
          Shop.write(shop.file(skill), mine);
          Shop.write(inTheHome, yours);
        });
  }

  @Test
  void changesOfDifferentLines_areMerged() {
    String mine = skill.text().replace("## Why\n", "## Why, says Ana\n");
    String yours = skill.text().replace("For `refund`:", "Whenever `refund` is called:");
    bothEdit(mine, yours);

    String merged = mine.replace("For `refund`:", "Whenever `refund` is called:");
    assertThat(shop.now(skill).text()).isEqualTo(merged);
    assertThat(shop.now(skill).reason()).startsWith("merged with revision");
    assertThat(shop.now(skill).pinned()).isTrue();
    assertThat(shop.read(skill)).isEqualTo(merged);
    assertThat(inTheHome).hasContent(merged);
    int revisions = shop.history(skill).size();
    shop.flush();
    assertThat(shop.history(skill)).hasSize(revisions);
  }

  @Test
  void changesOfOneLine_leaveThePersonsTextAndTheOtherWaits() {
    String mine = skill.text().replace("settlement window before", "bank before");
    String yours = skill.text().replace("settlement window before", "owner before");
    bothEdit(mine, yours);

    assertThat(shop.now(skill).text()).isEqualTo(yours);
    assertThat(shop.read(skill)).isEqualTo(yours);
    List<Candidates> waiting = shop.skills().candidates();
    assertThat(waiting).hasSize(1);
    Skill candidate = waiting.get(0).skills().get(0);
    assertThat(candidate.text()).contains("bank before", "name: " + candidate.name());
    assertThat(waiting.get(0).situation()).isEqualTo(skill.situations().get(0));

    Skill approved = shop.skills().approve(candidate.name(), OLGA);
    assertThat(approved.id()).isEqualTo(skill.id());
    assertThat(approved.text()).isEqualTo(mine);
    assertThat(shop.read(skill)).isEqualTo(mine);
    assertThat(shop.skills().find(candidate.name()).orElseThrow().state())
        .isEqualTo(SkillState.SUPERSEDED);
    assertThat(shop.skills().candidates()).isEmpty();
  }

  @Test
  void rejectedWordsOfOneSide_doNotStopTheSkillFromLearning() {
    bothEdit(
        skill.text().replace("settlement window before", "bank before"),
        skill.text().replace("settlement window before", "owner before"));
    Skill candidate = shop.skills().candidates().get(0).skills().get(0);
    shop.skills().reject(candidate.name(), OLGA, "no");
    shop.skills().unpin(skill.name(), OLGA);
    shop.teach("refund", "Check the settlement window before you refund, and ask the owner.");
    assertThat(shop.now(skill).evidence()).hasSize(2);
  }

  @Test
  void sameChangeOfBothSides_isOne() {
    String text = skill.text().replace("settlement window before", "bank before");
    bothEdit(text, text);
    assertThat(shop.now(skill).text()).isEqualTo(text);
    assertThat(shop.history(skill)).hasSize(2);
    assertThat(shop.skills().candidates()).isEmpty();
  }

  @Test
  void everyStateOfARebase_endsInTheLastOne() {
    shop.edit(skill, "## Why\n", "## Why, says Ana\n");
    shop.flush();
    String mine = shop.read(skill);
    String conflict =
        mine.replace(
            "## Why, says Ana\n",
            "<<<<<<< HEAD\n## Why\n=======\n## Why, says Ana\n>>>>>>> mine\n");
    for (String state : List.of(skill.text(), conflict, mine, skill.text(), mine)) {
      Shop.write(shop.file(skill), state);
      shop.flush();
      assertThat(shop.read(skill)).isEqualTo(state);
    }
    assertThat(shop.now(skill).text()).isEqualTo(mine);
    assertThat(shop.now(skill).state()).isEqualTo(SkillState.ACTIVE);
  }
}
