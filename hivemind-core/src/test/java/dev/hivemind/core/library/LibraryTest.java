package dev.hivemind.core.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.StaleRevisionException;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.CheckingSkillStore;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemorySkillStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LibraryTest {
  private static final Scope SCOPE = Scope.of("pay/ana");
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");
  private static final Author ANA = Author.operator("ana");

  private final SkillStore store = new CheckingSkillStore(new InMemorySkillStore());
  private final InMemoryRecallEngine engine = new InMemoryRecallEngine();
  private final List<RuntimeException> failures = new ArrayList<>();
  private final Library library = new Library("pay", store, engine, failures::add);

  @Test
  void revision_withEverythingInIt_readsBackEqual() {
    Skill saved = library.save(skill("s-1", SkillState.ACTIVE));

    assertThat(library.snapshot().byId("s-1")).contains(saved);
    assertThat(library.history("s-1")).containsExactly(saved);
    assertThat(failures).isEmpty();
  }

  @Test
  void index_holdsTheActiveOnesAlone() {
    library.save(skill("s-1", SkillState.ACTIVE));
    library.save(skill("s-2", SkillState.CANDIDATE));
    assertThat(found()).containsExactly("s-1");

    library.save(
        Revision.after(library.snapshot().byId("s-1").orElseThrow())
            .state(SkillState.REJECTED)
            .by(ANA, "no", AT));

    assertThat(found()).isEmpty();
    assertThat(library.indexed()).isTrue();
  }

  @Test
  void index_thatLostEverything_isFedAnewAtTheNextFollow() {
    library.save(skill("s-1", SkillState.ACTIVE));
    engine.clear("pay");
    assertThat(library.indexed()).isFalse();

    library.follow();

    assertThat(found()).containsExactly("s-1");
  }

  @Test
  void follow_seesWhatAnotherSaved() {
    Library other = new Library("pay", store, new InMemoryRecallEngine(), failures::add);
    other.save(skill("s-1", SkillState.ACTIVE));

    library.follow();

    assertThat(library.snapshot().active()).hasSize(1);
    assertThat(found()).containsExactly("s-1");
  }

  @Test
  void save_afterAnotherWasFaster_isStaleAndShowsTheNewest() {
    Library other = new Library("pay", store, new InMemoryRecallEngine(), failures::add);
    other.save(skill("s-1", SkillState.ACTIVE));

    assertThatThrownBy(() -> library.save(skill("s-1", SkillState.CANDIDATE)))
        .isInstanceOf(StaleRevisionException.class)
        .hasMessageContaining("revision 2");
    assertThat(library.snapshot().byId("s-1").orElseThrow().state()).isEqualTo(SkillState.ACTIVE);
  }

  @Test
  void erase_leavesNothingAndTheNumbersGoOn() {
    library.save(skill("s-1", SkillState.ACTIVE));

    library.erase(List.of("s-1"));

    assertThat(library.snapshot().skills()).isEmpty();
    assertThat(library.history("s-1")).isEmpty();
    assertThat(found()).isEmpty();
    assertThat(library.nextRevision("s-1")).isEqualTo(3);
  }

  @Test
  void row_thatIsNotOurs_isReportedAndPassedOver() {
    store.append(new SkillRow("pay", "pay", "s-9", 1, "not ours"));
    library.save(skill("s-1", SkillState.ACTIVE));

    assertThat(library.snapshot().skills().keySet()).containsExactly("s-1");
    assertThat(library.nextRevision("s-9")).isEqualTo(2);
    assertThat(failures).hasSize(1);
  }

  private List<String> found() {
    return engine
        .candidates(new CandidateQuery("pay", Set.of("pay/ana"), Set.of(), "settlement window", 10))
        .stream()
        .map(one -> one.id())
        .toList();
  }

  private static Skill skill(String id, SkillState state) {
    Situation situation =
        new Situation("refund", "1", "refund <n>", "409 conflict", "Refund 12", "{\"order\":12}");
    Evidence evidence =
        new Evidence(
            "e-1",
            Evidence.Kind.CORRECTION,
            SCOPE,
            "s",
            ANA,
            situation,
            "before",
            "wanted",
            "after",
            List.of(new Evidence.Change("a.b[0]", "old", "new")),
            .97,
            List.of(new Evidence.Signal("correction", 4.2, "said so")),
            List.of("e1", "e2"),
            List.of("ana", "zoe"),
            AT);
    String text =
        "---\nname: " + id + "\ndescription: \"d\"\n---\n\nCheck the settlement window.\n";
    return new Skill(
        id,
        1,
        SCOPE,
        id,
        "d",
        text,
        List.of(situation),
        List.of(evidence),
        Role.OPERATOR,
        state,
        "ana",
        ANA,
        "why",
        AT);
  }
}
