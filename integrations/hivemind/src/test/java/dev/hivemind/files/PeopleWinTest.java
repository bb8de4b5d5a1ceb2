package dev.hivemind.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Role;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person does in the files of a project, from the file to what is said and back. */
class PeopleWinTest {
  private static final String LESSON = "Check the settlement window before you refund.";

  @TempDir Path temp;
  private Shop shop;
  private Skill skill;

  @BeforeEach
  void learn() {
    shop = Shop.in(temp);
    skill = shop.teach("refund", LESSON);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void edit_isSaidPinnedSignedAndNeverOverwritten() {
    shop.edit(skill, "Check the settlement window", "Check the chargeback window");
    String text = shop.read(skill);

    assertThat(shop.now(skill).text()).isEqualTo(text);
    assertThat(shop.now(skill).pinnedBy()).isEqualTo("files");
    assertThat(shop.now(skill).author()).isEqualTo(Author.owner("files"));
    assertThat(shop.said("refund")).contains("chargeback window");
    shop.teach("refund", "Check the settlement window before you refund, and twice.");
    assertThat(shop.read(skill)).isEqualTo(text);
  }

  @Test
  void edit_isSeenWithinTwoSecondsWithoutBeingAskedFor() {
    shop.edit(skill, "Check the settlement window", "Check the chargeback window");
    long start = System.nanoTime();
    while (!shop.said("refund").contains("chargeback window")) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
      Thread.onSpinWait();
    }
  }

  @Test
  void edit_whileTheProcessIsDown_isTakenIn() {
    shop.down(() -> shop.edit(skill, "Check the settlement window", "Check the chargeback window"));
    assertThat(shop.said("refund")).contains("chargeback window");
    assertThat(shop.now(skill).pinned()).isTrue();
  }

  @Test
  void editThatWaitsForApproval_staysInItsFile() {
    shop.edit(skill, "Check the settlement window", "Check the\u200B chargeback window");
    String text = shop.read(skill);
    shop.flush();
    assertThat(shop.now(skill).state()).isEqualTo(SkillState.CANDIDATE);
    assertThat(shop.said("refund")).isEmpty();
    shop.flush();
    assertThat(shop.read(skill)).isEqualTo(text);
    assertThat(shop.home.resolve("skills/shop").resolve(skill.name())).doesNotExist();

    shop.skills().approve(skill.name(), Shop.ANA);
    assertThat(shop.read(skill)).isEqualTo(text);
    assertThat(shop.said("refund")).contains("chargeback window");
    shop.skills().reject(skill.name(), Shop.ANA, "no");
    assertThat(shop.file(skill)).doesNotExist();
  }

  @Test
  void fileThatPosesAsWordsWaitingForASkill_isForeign() {
    Path posing = shop.file("posing");
    Shop.write(
        posing,
        shop.read(skill).replace(skill.id(), "w-" + skill.id()).replace("Check", "Never check"));
    shop.flush();
    assertThat(shop.skills().candidates()).isEmpty();
    assertThat(shop.skills().foreign()).containsExactly(posing);
    assertThat(shop.skills().adopt(posing, Shop.ANA).id()).startsWith("p-");
  }

  @Test
  void linkToTheRoot_isTheRoot() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), shop.root);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Hivemind.builder()
                    .publishTo(shop.root, Shop.SCOPE.child("ana"))
                    .publishTo(link, Shop.SCOPE.child("ben")))
        .withMessageContaining("shop/ana");
    Shop.write(shop.file("mine"), "---\nname: mine\ndescription: d\n---\n\nMine.\n");
    assertThat(shop.skills().adopt(link.resolve("mine/SKILL.md"), Shop.ANA).name())
        .isEqualTo("mine");
  }

  @Test
  void keysAndCommentsOfAPerson_surviveOurNextWrite() {
    shop.edit(skill, "metadata:", "license: MIT # ours\n# ask olga\nmetadata:");
    shop.flush();
    shop.skills().unpin(skill.name(), Shop.ANA);
    shop.teach("refund", "Check the settlement window before you refund, and the bank too.");

    assertThat(shop.now(skill).author().role()).isEqualTo(Role.AGENT);
    assertThat(shop.read(skill)).isEqualTo(shop.now(skill).text());
    assertThat(shop.read(skill)).contains("the bank too", "license: MIT # ours\n# ask olga\n");
  }

  @Test
  void deletion_isRememberedAndPuttingBackUndoesIt() {
    Skill other = shop.teach("ship", "Ask the warehouse before you ship.");
    String text = shop.read(skill);
    Shop.delete(shop.file(skill).getParent());
    shop.flush();

    assertThat(shop.now(skill).state()).isEqualTo(SkillState.DELETED);
    assertThat(shop.said("refund")).isEmpty();
    assertThat(shop.now(other).state()).isEqualTo(SkillState.ACTIVE);
    shop.down(() -> {});
    assertThat(shop.file(skill)).doesNotExist();

    Shop.write(shop.file(skill), text);
    shop.flush();
    assertThat(shop.said("refund")).contains("settlement window");
    assertThat(shop.now(skill).state()).isEqualTo(SkillState.ACTIVE);
    assertThat(shop.now(skill).pinned()).isFalse();
  }

  @Test
  void olderTextPutBackByGit_isThatRevisionAgainAndPinned() {
    String first = shop.read(skill);
    shop.teach("refund", "Check the settlement window before you refund, and the bank too.");
    assertThat(shop.read(skill)).isNotEqualTo(first);

    Shop.write(shop.file(skill), first);
    shop.flush();
    assertThat(shop.now(skill).text()).isEqualTo(first);
    assertThat(shop.now(skill).pinned()).isTrue();
    assertThat(shop.read(skill)).isEqualTo(first);
  }

  @Test
  void anotherBranchAndBack_leavesEverythingAsItWas() {
    String old = shop.read(skill);
    shop.teach("refund", "Check the settlement window before you refund, and the bank too.");
    Skill before = shop.now(skill);
    Skill other = shop.teach("ship", "Ask the warehouse before you ship.");
    String shipping = shop.read(other);

    Shop.write(shop.file(skill), old);
    Shop.delete(shop.file(other).getParent());
    shop.flush();
    assertThat(shop.now(skill).text()).isEqualTo(old);
    Shop.write(shop.file(skill), before.text());
    Shop.write(shop.file(other), shipping);
    shop.flush();

    assertThat(shop.now(skill).text()).isEqualTo(before.text());
    assertThat(shop.now(skill).pinned()).isFalse();
    assertThat(shop.now(skill).state()).isEqualTo(SkillState.ACTIVE);
    assertThat(shop.now(other).state()).isEqualTo(SkillState.ACTIVE);
    assertThat(shop.now(other).pinned()).isFalse();
    assertThat(shop.read(skill)).isEqualTo(before.text());
  }

  @Test
  void renamedDirectory_isTheSkillsNameFromThenOn() {
    Shop.run(() -> Files.move(shop.file(skill).getParent(), shop.root.resolve("before-refunds")));
    shop.flush();

    Skill renamed = shop.now(skill);
    assertThat(renamed.name()).isEqualTo("before-refunds");
    assertThat(shop.file(skill)).doesNotExist();
    assertThat(shop.read(renamed)).isEqualTo(renamed.text()).contains("name: \"before-refunds\"");
    Path inTheHome = shop.home.resolve("skills/shop/before-refunds/SKILL.md");
    assertThat(inTheHome).hasContent(renamed.text());
    assertThat(shop.home.resolve("skills/shop").resolve(skill.name())).doesNotExist();
    assertThat(shop.said("refund")).contains("settlement window");
  }

  @Test
  void nameChangedInTheText_movesTheFile() {
    shop.edit(skill, "name: " + skill.name(), "name: before-refunds");
    shop.flush();

    assertThat(shop.now(skill).name()).isEqualTo("before-refunds");
    assertThat(shop.file("before-refunds")).hasContent(shop.now(skill).text());
    assertThat(shop.file(skill)).doesNotExist();
  }

  @Test
  void nameThatIsTakenOrNone_isPutRight() {
    Skill other = shop.teach("ship", "Ask the warehouse before you ship.");
    shop.edit(skill, "name: " + skill.name(), "name: " + other.name());
    shop.edit(other, "name: " + other.name(), "name: \"My Shipping!\"");
    shop.flush();

    assertThat(shop.read(skill)).isEqualTo(shop.now(skill).text()).contains(skill.name());
    assertThat(shop.read(other)).isEqualTo(shop.now(other).text()).contains(other.name());
    int revisions = shop.history(skill).size();
    shop.flush();
    assertThat(shop.history(skill)).hasSize(revisions);
  }

  @Test
  void foreignFile_isLeftItsNameKeptFreeAndAdoptedOnRequest() {
    Path mine = shop.file("ship-warehouse");
    Shop.write(mine, "---\nname: ship-warehouse\ndescription: Shipping\n---\n\nCount the boxes.\n");
    shop.flush();
    Skill learned = shop.teach("ship", "Ask the warehouse before you ship.");

    assertThat(learned.name()).isNotEqualTo("ship-warehouse");
    assertThat(shop.read(learned)).isEqualTo(learned.text());
    assertThat(Shop.read(mine)).contains("Count the boxes.").doesNotContain("hivemind");
    assertThat(shop.hivemind.status().problems()).isEmpty();
    Skill adopted = shop.skills().adopt(shop.skills().foreign().get(0), Shop.ANA);
    assertThat(adopted.name()).isEqualTo("ship-warehouse");
    assertThat(Shop.read(mine)).isEqualTo(adopted.text());
  }

  @Test
  void halfWrittenFile_isLeftAloneUntilItIsWhole() {
    String text = shop.read(skill);
    Shop.write(shop.file(skill), text.substring(0, text.length() / 2));
    shop.flush();
    assertThat(shop.now(skill)).isEqualTo(skill);
    assertThat(shop.read(skill)).hasSize(text.length() / 2);

    Shop.write(shop.file(skill), text.replace("Check the settlement", "Check the chargeback"));
    shop.flush();
    assertThat(shop.now(skill).text()).contains("Check the chargeback");
  }

  @Test
  void checkoutWithWindowsLineEnds_isNoEditAndAnEditInItIsOne() {
    String text = shop.read(skill);
    Shop.write(shop.file(skill), text.replace("\n", "\r\n"));
    shop.flush();
    assertThat(shop.now(skill)).isEqualTo(skill);
    assertThat(shop.read(skill)).contains("\r\n");

    String edited = text.replace("Check the settlement", "Check the chargeback");
    Shop.write(shop.file(skill), edited.replace("\n", "\r\n"));
    shop.flush();
    assertThat(shop.now(skill).text()).isEqualTo(edited);
  }

  @Test
  void freshPod_findsTheFilesOfAnotherAsCandidatesAndLeavesThem() {
    String text = shop.read(skill);
    shop.close();
    shop = Shop.of(temp.resolve("pod"), shop.root);
    shop.flush();

    Skill arrived = shop.skills().list(SkillState.CANDIDATE).get(0);
    assertThat(arrived.trust()).isEqualTo(Role.IMPORT);
    assertThat(arrived.text()).isEqualTo(text);
    assertThat(shop.said("refund")).isEmpty();
    assertThat(shop.read(skill)).isEqualTo(text);
    shop.skills().approve(arrived.name(), Shop.ANA);
    assertThat(shop.read(skill)).isEqualTo(text);
  }

  @Test
  void freshCheckout_isFilledAgain() {
    String text = shop.read(skill);
    shop.down(() -> Shop.delete(temp.resolve("project")));
    assertThat(shop.read(skill)).isEqualTo(text);
    assertThat(shop.now(skill)).isEqualTo(skill);
  }

  @Test
  void twoHomesWithOneRepository_comeToOneText() {
    try (Shop other = Shop.of(temp.resolve("other"), temp.resolve("elsewhere"))) {
      Skill theirs = other.teach("refund", "Ask for the settlement window before you refund.");
      assertThat(theirs.id()).isEqualTo(skill.id());
      assertThat(theirs.text()).isNotEqualTo(skill.text());
      other.moveTo(shop.root);
      for (int i = 0; i < 3; i++) {
        shop.flush();
        other.flush();
      }
      String text = shop.read(skill);
      assertThat(shop.now(skill).text()).isEqualTo(text);
      assertThat(other.now(skill).text()).isEqualTo(text);
      int ours = shop.history(skill).size();
      int others = other.history(skill).size();
      shop.flush();
      other.flush();
      assertThat(shop.history(skill)).hasSize(ours);
      assertThat(other.history(skill)).hasSize(others);
    }
  }

  @Test
  void twoHomesWithOneRepository_keepTheirOwnSkills() {
    try (Shop other = Shop.of(temp.resolve("other"), shop.root)) {
      Skill theirs = other.teach("ship", "Ask the warehouse before you ship.");
      shop.flush();
      assertThat(shop.read(skill)).isEqualTo(skill.text());
      assertThat(shop.read(theirs)).isEqualTo(theirs.text());
      Shop.delete(shop.file(theirs).getParent());
      shop.flush();
      other.flush();
      assertThat(other.now(theirs).state()).isEqualTo(SkillState.DELETED);
      assertThat(shop.now(skill)).isEqualTo(skill);
    }
  }

  @Test
  void rootOfNobody_isLeftAlone() {
    Path notes = shop.root.resolve("notes/README.md");
    Shop.write(notes, "mine");
    try (Hivemind hivemind = Hivemind.builder().home(temp.resolve("x")).open()) {
      hivemind.codify(Shop.SCOPE);
    }
    shop.flush();
    assertThat(notes).hasContent("mine");
  }
}
