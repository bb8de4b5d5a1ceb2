package dev.hivemind.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Candidates;
import dev.hivemind.Evidence;
import dev.hivemind.Forget;
import dev.hivemind.PromotionPolicy;
import dev.hivemind.Proposal;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.Rewording;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.SkillState;
import dev.hivemind.StaleRevisionException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see of a library and decide about it. */
class GovernedLibraryTest {
  private static final Author OLGA = Author.owner("olga");
  private static final Scope TEAM = Shop.SCOPE.child("team");

  /** The most bytes there may be between the lines of hyphens. */
  private static final int FRONT_MATTER = 8 * 1024;

  @TempDir Path temp;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.in(temp);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void list_findsWordsInWhateverCaseAndBelow() {
    Skill refund = shop.teach("refund", "Check the settlement window before you refund.");
    Skill ship = Shop.teach(shop.hivemind, TEAM, "ship", "Ask the warehouse first.", 7);

    assertThat(shop.skills().list("SETTLEMENT")).containsExactly(refund);
    assertThat(shop.skills().list("warehouse")).isEmpty();
    assertThat(shop.skills().below()).containsExactly(ship);
    assertThat(shop.hivemind.skills(TEAM).list("")).containsExactly(refund, ship);
    assertThat(shop.hivemind.skills(TEAM).below()).isEmpty();
  }

  @Test
  void candidates_areGroupedBySituationDownToTheirEvents() {
    shop.configure(builder -> builder.promotion(PromotionPolicy.review()));
    shop.teach("refund", "Check the settlement window before you refund.");
    shop.teach("ship", "Ask the warehouse before you ship.");

    List<Candidates> groups = shop.skills().candidates();
    assertThat(groups)
        .extracting(one -> one.situation().tool())
        .containsExactlyInAnyOrder("refund", "ship");
    for (Candidates group : groups) {
      Evidence evidence = group.skills().get(0).evidence().get(0);
      List<AgentEvent> events = shop.skills().events(evidence);
      assertThat(events).hasSize(evidence.events().size());
      assertThat(events).hasAtLeastOneElementOfType(AgentEvent.Correction.class);
      assertThat(shop.hivemind.skills(Scope.of("other")).events(evidence)).isEmpty();
    }
    List<String> names = groups.stream().map(one -> one.skills().get(0).name()).toList();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shop.skills().approve(List.of(names.get(0), "no-such-skill"), OLGA))
        .withMessageContaining("no-such-skill");
    assertThat(shop.skills().list(SkillState.CANDIDATE)).hasSize(2);
    List<Skill> approved = shop.skills().approve(names, OLGA);
    assertThat(approved).extracting(Skill::name).isEqualTo(names);
    assertThat(approved)
        .allMatch(one -> one.author().equals(OLGA) && one.state() == SkillState.ACTIVE);
    assertThat(shop.skills().candidates()).isEmpty();
    approved.forEach(one -> assertThat(shop.file(one)).hasContent(one.text()));
  }

  @Test
  void review_letsNothingBecomeActiveNotEvenNewWordsOfAnActiveSkill() {
    shop.configure(builder -> builder.promotion(PromotionPolicy.review()));
    Skill skill = shop.teach("refund", "Check the settlement window before you refund.");
    assertThat(shop.skills().list(SkillState.ACTIVE)).isEmpty();
    assertThat(shop.said("refund")).isEmpty();
    Skill approved = shop.skills().approve(skill.name(), OLGA);

    shop.teach("refund", "Check the settlement window before you refund, and the bank too.");
    assertThat(shop.now(skill).text()).isEqualTo(approved.text());
    assertThat(shop.now(skill).state()).isEqualTo(SkillState.ACTIVE);
    assertThat(shop.said("refund")).doesNotContain("bank");
    Skill waiting = shop.skills().candidates().get(0).skills().get(0);
    assertThat(waiting.text()).contains("the bank too");
    shop.skills().approve(waiting.name(), OLGA);
    assertThat(shop.said("refund")).contains("the bank too");
  }

  @Test
  void customPolicy_holdsBackWhatItNames() {
    shop.configure(
        builder ->
            builder.promotion(
                (skill, proposed) ->
                    skill.text().contains("refund") ? SkillState.CANDIDATE : proposed));
    assertThat(shop.teach("refund", "Check the window first.").state())
        .isEqualTo(SkillState.CANDIDATE);
    assertThat(shop.teach("ship", "Ask the warehouse first.").state()).isEqualTo(SkillState.ACTIVE);
  }

  @Test
  void retired_isSilentAndMayBeLearnedAnew() {
    Skill skill = shop.teach("refund", "Check the settlement window before you refund.");
    Skill retired = shop.skills().retire(skill.name(), OLGA, "the tool is gone");
    assertThat(retired.state()).isEqualTo(SkillState.UNUSED);
    assertThat(retired.author()).isEqualTo(OLGA);
    assertThat(retired.reason()).isEqualTo("the tool is gone");
    assertThat(shop.said("refund")).isEmpty();
    assertThat(shop.file(skill)).doesNotExist();

    Skill anew = shop.teach("refund", "Check the settlement window before you refund.");
    assertThat(anew.state()).isEqualTo(SkillState.ACTIVE);
  }

  @Test
  void promoted_isSeenAboveAndLeavesNothingBelow() {
    Skill skill = Shop.teach(shop.hivemind, TEAM, "ship", "Ask the warehouse first.", 7);
    assertThat(shop.said("ship")).isEmpty();
    SkillLibrary team = shop.hivemind.skills(TEAM);

    Skill promoted = team.promote(skill.name(), OLGA);
    assertThat(promoted.scope()).isEqualTo(Shop.SCOPE);
    assertThat(promoted.trust()).isEqualTo(skill.trust());
    assertThat(promoted.author()).isEqualTo(OLGA);
    assertThat(promoted.reason()).isEqualTo("promoted from shop/team");
    assertThat(shop.said("ship")).contains("warehouse");
    assertThat(shop.file(promoted)).hasContent(promoted.text());
    assertThat(temp.resolve("home/skills/shop~team")).doesNotExist();
    assertThat(shop.skills().history(skill.name())).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shop.skills().promote(skill.name(), OLGA))
        .withMessageContaining("workspace");
  }

  @Test
  void promotion_ofWhatACustomerTaught_isNotTheCustomersToMake() {
    Author eve = Author.endUser("eve");
    SkillLibrary hers = shop.hivemind.skills(Shop.SCOPE.child("eve"));
    Skill own = hers.add("---\nname: own\ndescription: Refund\n---\nAlways in cash.\n", eve);
    assertThatIllegalArgumentException().isThrownBy(() -> hers.promote(own.name(), eve));
    assertThat(hers.promote(own.name(), OLGA).trust()).isEqualTo(Role.END_USER);
  }

  @Test
  void newRules_changeNothingByThemselvesAndSayWhatTheyWould() {
    Skill skill = shop.teach("refund", "Check the settlement window before you refund.");
    Skill pinned = shop.teach("ship", "Ask the warehouse before you ship.");
    shop.skills().pin(pinned.name(), OLGA);
    assertThat(shop.skills().rewordings()).isEmpty();

    shop.configure(
        builder ->
            builder.codifier(
                (group, nearest) ->
                    new Proposal.Keep(
                        new Draft("x", "In new words", "New words for " + group.get(0).wanted()),
                        "new rules")));
    assertThat(shop.now(skill)).isEqualTo(skill);
    List<Rewording> rewordings = shop.skills().rewordings();
    assertThat(rewordings).extracting(Rewording::skill).containsExactly(skill);
    Rewording rewording = rewordings.get(0);
    assertThat(rewording.toString())
        .contains("-description: \"Check the settlement", "+description: \"In new words\"")
        .contains("+New words for");
    assertThat(shop.now(skill)).isEqualTo(skill);
    assertThat(shop.read(skill)).isEqualTo(skill.text());

    Skill reworded = shop.skills().reword(rewording, OLGA);
    assertThat(reworded.text()).isEqualTo(rewording.text());
    assertThat(reworded.pinned()).isFalse();
    assertThat(reworded.author()).isEqualTo(OLGA);
    assertThat(shop.read(skill)).contains("New words for");
    assertThat(shop.skills().rewordings()).isEmpty();
    Assertions.assertThatExceptionOfType(StaleRevisionException.class)
        .isThrownBy(() -> shop.skills().reword(rewording, OLGA));
  }

  @Test
  void editThatLeavesNoRoomForTheName_isRefused() {
    Skill skill = shop.teach("refund", "Check the settlement window before you refund.");
    String text = skill.text().replaceFirst("name: .*", "name: R");
    int front = text.indexOf("\n---\n") - 3;
    String full = "#" + "x".repeat(FRONT_MATTER - front - 2) + "\nmetadata:";
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> shop.skills().edit(skill.name(), text.replaceFirst("metadata:", full), OLGA))
        .withMessageContaining("longer than 8 KB");
    assertThat(shop.now(skill)).isEqualTo(skill);
  }

  @Test
  void wordsThatWaitAndTheirSkill_areApprovedAtOnceInEitherOrder() {
    for (boolean wordsFirst : new boolean[] {false, true}) {
      String tool = wordsFirst ? "refund" : "ship";
      shop.configure(builder -> builder.promotion(PromotionPolicy.review()));
      Skill skill = shop.teach(tool, "Check the window before you " + tool + ".");
      shop.skills().approve(skill.name(), OLGA);
      shop.teach(tool, "Check the window before you " + tool + ", and the bank too.");
      String waiting = shop.skills().candidates().get(0).skills().get(0).name();
      List<String> names =
          wordsFirst ? List.of(waiting, skill.name()) : List.of(skill.name(), waiting);
      assertThat(shop.skills().approve(names, OLGA)).hasSize(2);
      assertThat(shop.now(skill).text()).contains("the bank too");
    }
  }

  @Test
  void forgottenScope_leavesNoDirectoryBehind() {
    Scope eve = Shop.SCOPE.child("eve");
    Skill skill = Shop.teach(shop.hivemind, eve, "ship", "Ask the warehouse first.", 7);
    Path file = temp.resolve("home/skills/shop~eve").resolve(skill.name()).resolve("SKILL.md");
    assertThat(file).exists();
    shop.hivemind.forget(Forget.everything(eve));
    assertThat(file.getParent().getParent()).doesNotExist();
  }

  @Test
  void root_holdsExactlyWhatIsVisibleInItsScope() {
    Path bens = temp.resolve("ben/.agents/skills");
    Scope ana = Shop.SCOPE.child("ana");
    Scope ben = Shop.SCOPE.child("ben");
    shop.configure(builder -> builder.publishTo(bens, ben));
    Shop.write(bens.resolve("mine/SKILL.md"), "---\nname: mine\ndescription: x\n---\nMine.\n");
    Skill all = shop.teach("refund", "Check the settlement window before you refund.");
    Skill anas = Shop.teach(shop.hivemind, ana, "ship", "Ask Ana before you ship.", 7);
    Skill hisOwn = Shop.teach(shop.hivemind, ben, "pack", "Count the boxes before you pack.", 8);

    assertThat(bens.resolve(all.name())).exists();
    assertThat(bens.resolve(hisOwn.name())).exists();
    assertThat(bens.resolve(anas.name())).doesNotExist();
    assertThat(shop.file(anas)).doesNotExist();
    shop.skills().reject(all.name(), OLGA, "no");
    shop.hivemind.skills(ben).reject(hisOwn.name(), OLGA, "no");
    assertThat(bens.toFile().list()).containsExactly("mine");
  }

  @Test
  void life_ofASkill_isPrintedFromEvidenceToThreeRevisionsWithADiff() {
    Skill skill = shop.teach("refund", "Check the settlement window before you refund.");
    shop.teach("refund", "Check the settlement window before you refund, and the bank too.");
    shop.edit(skill, "and the bank too", "then ask the bank");
    shop.flush();

    StringBuilder life = new StringBuilder();
    for (Skill one : shop.history(skill)) {
      life.append("revision ").append(one.revision()).append(", ").append(one.state());
      life.append(one.pinned() ? ", pinned" : "").append(", by ").append(one.author().id());
      life.append(": ").append(one.reason()).append('\n');
    }
    for (Evidence evidence : shop.now(skill).evidence()) {
      life.append("evidence ").append(evidence.id()).append(", ").append(evidence.kind());
      life.append(": ").append(evidence.wanted()).append('\n');
      shop.skills()
          .events(evidence)
          .forEach(
              event -> life.append("  ").append(event.getClass().getSimpleName()).append('\n'));
    }
    String diff = shop.skills().diff(skill.name(), 1, 3);
    System.out.print(life.append(diff));
    assertThat(shop.history(skill))
        .extracting(one -> one.author().id())
        .containsExactly("hivemind", "hivemind", "files");
    assertThat(diff)
        .startsWith("--- " + skill.name() + " revision 1\n+++ " + skill.name() + " revision 3\n@@ ")
        .contains("+For `refund`:", "then ask the bank");
    assertThat(shop.skills().diff(skill.name(), 3, 3)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> shop.skills().diff(skill.name(), 1, 9))
        .withMessageContaining("9");
  }
}
