package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hivemind.Advice;
import dev.hivemind.Author;
import dev.hivemind.Explanation.Outcome;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.PromotionPolicy;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.SkillState;
import dev.hivemind.testkit.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a person decides about a skill: what the next recall says, what its file holds, and who did
 * it when.
 */
class GoverningTest {
  private static final Author OLGA = Author.owner("olga");
  private static final String OWN =
      "---\nname: own\ndescription: Refund of an order\n---\n\nAsk the bank before every refund.\n";

  private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");

  @TempDir Path home;
  private Hivemind hivemind;
  private SkillLibrary library;
  private int sessions;

  @BeforeEach
  void open() {
    open(builder());
  }

  private HivemindBuilder builder() {
    return Hivemind.builder().home(home).clock(clock).deadlines(patience(), patience());
  }

  private static Duration patience() {
    return Duration.ofSeconds(30);
  }

  private void open(HivemindBuilder builder) {
    hivemind = builder.open();
    library = hivemind.skills(Story.SCOPE);
  }

  @AfterEach
  void close() {
    hivemind.close();
  }

  /** Returns the name of the lesson that was learned, an hour ago. */
  private String learned() {
    Story.teach(hivemind);
    assertThat(hivemind.flush(Story.patience()).complete()).isTrue();
    clock.advance(Duration.ofHours(1));
    return library.list().get(0).name();
  }

  private Advice asked() {
    return Story.ask(hivemind, Story.SCOPE, "later" + sessions++).advice();
  }

  private Path file(String name) {
    return home.resolve("skills").resolve(Story.SCOPE.toString()).resolve(name).resolve("SKILL.md");
  }

  private void assertHistory(Skill latest, SkillState state, String reason) {
    assertThat(library.find(latest.name())).contains(latest);
    assertThat(library.history(latest.name())).last().isEqualTo(latest);
    assertThat(library.history(latest.name())).hasSize(latest.revision());
    assertThat(latest.state()).isEqualTo(state);
    assertThat(latest.author()).isEqualTo(OLGA);
    assertThat(latest.at()).isEqualTo(clock.instant());
    assertThat(latest.reason()).contains(reason);
  }

  @Test
  void approve_ofACandidate_isRecalledAndPublished_andKeepsTheLowestTrust() throws IOException {
    hivemind.close();
    open(builder().promotion(PromotionPolicy.review()));
    String name = learned();
    assertThat(library.list(SkillState.CANDIDATE)).hasSize(1);
    assertThat(asked()).isInstanceOf(Advice.Proceed.class);
    assertThat(file(name)).doesNotExist();

    Skill approved = library.approve(name, OLGA);

    assertHistory(approved, SkillState.ACTIVE, "approved");
    assertThat(approved.trust()).isEqualTo(Role.OPERATOR);
    assertThat(asked()).isInstanceOf(Advice.Hold.class);
    assertThat(file(name)).hasContent(approved.text());
  }

  @Test
  void reject_silencesItRemovesItsFileAndTheSameEvidenceNeverBringsItBack() {
    String name = learned();

    Skill rejected = library.reject(name, OLGA, "we do not do that");

    assertHistory(rejected, SkillState.REJECTED, "we do not do that");
    assertThat(asked()).isInstanceOf(Advice.Proceed.class);
    assertThat(file(name)).doesNotExist();
    assertThat(library.list()).isEmpty();
    hivemind.close();
    open(builder());
    hivemind.codify(Story.SCOPE);
    assertThat(library.find(name)).contains(rejected);
    assertThat(asked()).isInstanceOf(Advice.Proceed.class);
  }

  @Test
  void edit_changesWhatIsSaidAndTheFileAndIsNeverOverwritten() {
    String name = learned();
    String text =
        library.find(name).orElseThrow().text().replace("settlement window", "chargeback window");

    Skill edited = library.edit(name, text, OLGA);

    assertHistory(edited, SkillState.ACTIVE, "edited");
    assertThat(edited.pinnedBy()).isEqualTo("olga");
    assertThat(edited.text()).isEqualTo(text);
    assertThat(asked().text()).contains("chargeback window");
    assertThat(file(name)).hasContent(text);
    Story.teach(hivemind, Story.SCOPE, Author.operator("ana"), "Ask the bank before you refund.");
    hivemind.flush(Story.patience());
    assertThat(library.find(name).orElseThrow().text()).isEqualTo(text);
  }

  @Test
  void edit_withATextThatNamesNeitherSkillNorId_isPublishedAllTheSame() throws IOException {
    String name = learned();

    Skill edited = library.edit(name, OWN, OLGA);

    assertThat(edited.name()).isEqualTo(name);
    assertThat(asked().text()).contains("Ask the bank");
    assertThat(Files.readString(file(name)))
        .isEqualTo(edited.text())
        .contains("name: " + name, edited.id(), "Ask the bank");
    assertThat(hivemind.status().problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no front matter",
        "---\nname: x\n",
        "---\nname: [\n---\nbody",
        "---\nname: x\n---\n\nbody without a description",
        "---\nname: x\ndescription: no body\n---\n"
      })
  void edit_andAdd_ofWhatIsNoSkill_areRefusedNamingTheProblem(String text) {
    String name = learned();
    Skill before = library.find(name).orElseThrow();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> library.edit(name, text, OLGA))
        .withMessageContaining("SKILL.md")
        .withNoCause();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> library.add(text, OLGA))
        .withMessageContaining("SKILL.md")
        .withNoCause();
    assertThat(library.list()).containsExactly(before);
  }

  @Test
  void pin_keepsTheTextAsItIsUntilUnpin() {
    String name = learned();
    String text = library.find(name).orElseThrow().text();

    Skill pinned = library.pin(name, OLGA);
    assertHistory(pinned, SkillState.ACTIVE, "pinned");
    assertThat(pinned.pinnedBy()).isEqualTo("olga");
    assertThat(asked()).isInstanceOf(Advice.Hold.class);
    Session again = Session.of(Story.SCOPE, "again").by(Author.operator("ana"));
    hivemind.record(again.prompt("Refund order 99"));
    hivemind.record(again.toolCall("c9", "refund", "{\"order\":99}"));
    hivemind.record(
        again.correction("c9", "Check the settlement window before you refund, twice."));
    hivemind.flush(Story.patience());
    assertThat(library.find(name).orElseThrow().text()).isEqualTo(text);
    assertThat(file(name)).hasContent(text);

    clock.advance(Duration.ofHours(1));
    Skill unpinned = library.unpin(name, OLGA);
    assertHistory(unpinned, SkillState.ACTIVE, "unpinned");
    assertThat(unpinned.pinned()).isFalse();
    assertThat(unpinned.text()).isEqualTo(text);
    assertThat(asked()).isInstanceOf(Advice.Hold.class);
  }

  @Test
  void rollback_bringsBackTheWordsOfAnOlderRevisionPinned() {
    String name = learned();
    Skill first = library.find(name).orElseThrow();
    library.edit(name, first.text().replace("settlement window", "chargeback window"), OLGA);
    library.reject(name, OLGA, "no");

    Skill back = library.rollback(name, first.revision(), OLGA);

    assertHistory(back, SkillState.ACTIVE, "revision " + first.revision());
    assertThat(back.text()).isEqualTo(first.text());
    assertThat(back.description()).isEqualTo(first.description());
    assertThat(back.pinnedBy()).isEqualTo("olga");
    assertThat(asked().text()).contains("settlement window");
    assertThat(file(name)).hasContent(first.text());
    for (int revision : new int[] {0, -1, back.revision() + 1, Integer.MAX_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> library.rollback(name, revision, OLGA))
          .withMessageContaining(name)
          .withMessageContaining(Integer.toString(revision));
    }
  }

  @Test
  void restore_ofARetiredSkill_isRecalledAndPublishedAgain() {
    String name = learned();
    String text = library.reject(name, OLGA, "no").text();
    clock.advance(Duration.ofMinutes(1));

    Skill restored = library.restore(name, OLGA);

    assertHistory(restored, SkillState.ACTIVE, "restored");
    assertThat(asked()).isInstanceOf(Advice.Hold.class);
    assertThat(file(name)).hasContent(text);
  }

  @Test
  void add_ofAPersonsText_isRecalledAndPublishedPinned() {
    Skill added = library.add(OWN, OLGA);
    Skill second = library.add(OWN, OLGA);

    assertHistory(added, SkillState.ACTIVE, "added");
    assertThat(added.pinnedBy()).isEqualTo("olga");
    assertThat(second.name()).isNotEqualTo(added.name());
    assertThat(atPrompt()).contains("Ask the bank before every refund.");
    assertThat(file(added.name())).hasContent(added.text());
  }

  private String atPrompt() {
    Session session = Session.of(Story.SCOPE, "prompt" + sessions++).by(Author.operator("ben"));
    return hivemind.recall(RecallContext.of(session, "Refund of an order")).text();
  }

  @Test
  void adopt_ofAForeignFile_isRecalledAndCarriesOurIdFromThenOn() throws IOException {
    Path file = file("own");
    Files.createDirectories(file.getParent());
    Files.writeString(file, OWN);
    assertThat(library.foreign()).containsExactly(file.toRealPath());
    assertThat(atPrompt()).isEmpty();

    Skill adopted = library.adopt(file.toRealPath(), OLGA);

    assertHistory(adopted, SkillState.ACTIVE, "adopted");
    assertThat(adopted.pinnedBy()).isEqualTo("olga");
    assertThat(library.foreign()).isEmpty();
    assertThat(atPrompt()).contains("Ask the bank before every refund.");
    assertThat(Files.readString(file)).isEqualTo(adopted.text()).contains(adopted.id());
  }

  @Test
  void adopt_ofAFileThatIsNotForeign_isRefusedNamingIt() throws IOException {
    String name = learned();
    Path ours = file(name).toRealPath();
    Path outside = Files.writeString(home.resolve("SKILL.md"), OWN);

    for (Path file : List.of(ours, outside, home.resolve("missing"), Path.of(""))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> library.adopt(file, OLGA))
          .withMessageContaining("file " + file)
          .withMessageContaining("foreign()");
    }
    assertThat(library.list()).hasSize(1);
    assertThat(Files.readString(outside)).isEqualTo(OWN);
  }

  static Stream<BiFunction<SkillLibrary, Named, Skill>> verbs() {
    return Stream.of(
        (library, named) -> library.approve(named.skill(), named.by()),
        (library, named) -> library.reject(named.skill(), named.by(), "no"),
        (library, named) -> library.edit(named.skill(), OWN, named.by()),
        (library, named) -> library.pin(named.skill(), named.by()),
        (library, named) -> library.unpin(named.skill(), named.by()),
        (library, named) -> library.rollback(named.skill(), 1, named.by()),
        (library, named) -> library.restore(named.skill(), named.by()));
  }

  /** A skill and who would change it. */
  record Named(String skill, Author by) {}

  @ParameterizedTest
  @MethodSource("verbs")
  void verb_onAnUnknownNameOrByACustomer_isRefusedNamingIt(
      BiFunction<SkillLibrary, Named, Skill> verb) {
    String name = learned();
    Author eve = Author.endUser("eve");
    List<Skill> before = library.history(name);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> verb.apply(library, new Named("no-such-skill", OLGA)))
        .withMessageContaining("no-such-skill");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> verb.apply(library, new Named(name, eve)))
        .withMessageContaining("eve");
    SkillLibrary hers = hivemind.skills(Story.SCOPE.child("eve"));
    assertThat(hers.find(name)).isPresent();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> verb.apply(hers, new Named(name, eve)))
        .withMessageContaining("eve")
        .withMessageContaining("skills of " + Story.SCOPE);
    assertThat(library.history(name)).isEqualTo(before);
  }

  @Test
  void customer_governsWhatIsSavedInTheScopeNamedAfterHim() throws IOException {
    Author eve = Author.endUser("eve");
    Scope scope = Story.SCOPE.child("eve");

    Skill added = hivemind.skills(scope).add(OWN, eve);
    assertThat(hivemind.skills(scope).reject(added.name(), eve, "no").state())
        .isEqualTo(SkillState.REJECTED);
    assertThatIllegalArgumentException().isThrownBy(() -> library.add(OWN, eve));
    Path file = file("own");
    Files.createDirectories(file.getParent());
    Files.writeString(file, OWN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> library.adopt(file.toRealPath(), eve))
        .withMessageContaining("eve");
    assertThat(Files.readString(file)).isEqualTo(OWN);
  }

  @Test
  void explain_namesWhatWasDecidedAndKnowsNothingOfOtherScopes() {
    String name = learned();
    Recall recall = Story.ask(hivemind);

    var explanation = hivemind.explain(Story.SCOPE, recall.id()).orElseThrow();
    assertThat(explanation.recall()).isEqualTo(recall.id());
    assertThat(explanation.at()).isEqualTo(clock.instant());
    assertThat(explanation.advice()).isEqualTo(recall.advice());
    assertThat(explanation.considered())
        .anyMatch(one -> one.name().equals(name) && one.outcome() == Outcome.SHOWN);
    assertThat(explanation.toString()).contains(name);

    assertThat(hivemind.explain(Story.SCOPE.child("below"), recall.id())).isEmpty();
    assertThat(hivemind.explain(Scope.of("other"), recall.id())).isEmpty();
    assertThat(hivemind.explain(Story.SCOPE, "")).isEmpty();
    assertThat(hivemind.explain(Story.SCOPE, "no such recall")).isEmpty();
  }
}
