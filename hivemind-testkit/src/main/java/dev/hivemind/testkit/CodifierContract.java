package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Codifier;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Proposal;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.Skill;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Codifier} must do. One proves itself with a test class that extends this one
 * and says how to open it; one that asks a model is given a model whose answers are fixed, or a
 * real one.
 */
@SuppressWarnings("ClassCanBeStatic") // nested groups reach the codifier of this test
public abstract class CodifierContract {
  private Codifier codifier = (group, nearest) -> new Proposal.Skip("not opened");

  /** For subclasses. */
  protected CodifierContract() {}

  /** Opens the codifier. Every test has an instance of its own. */
  protected abstract Codifier open();

  @BeforeEach
  final void openCodifier() {
    codifier = open();
  }

  private Proposal propose(Evidence one, Skill... nearest) {
    return codifier.propose(List.of(one), List.of(nearest));
  }

  private static Optional<Draft> draft(Proposal proposal) {
    if (proposal instanceof Proposal.Keep keep) {
      return Optional.of(keep.draft());
    }
    return proposal instanceof Proposal.Merge merge ? Optional.of(merge.draft()) : Optional.empty();
  }

  private static void isSound(Proposal proposal) {
    assertThat(proposal.reason()).as("reason").isNotBlank();
    draft(proposal).ifPresent(CodifierContract::isSound);
  }

  private static void isSound(Draft draft) {
    assertThat(draft.name()).as("name").isNotBlank();
    assertThat(draft.description())
        .as("description")
        .isNotBlank()
        .doesNotContain("\n", "\r")
        .hasSizeLessThanOrEqualTo(1_024);
    assertThat(draft.body()).as("body").isNotBlank().hasSizeLessThanOrEqualTo(20_000);
  }

  @Nested
  @DisplayName("every group")
  class Answers {
    @ParameterizedTest(name = "{0}")
    @EnumSource(Kind.class)
    @DisplayName("of any kind of evidence gets an answer with a reason, and words if it has any")
    void kinds_areAnswered(Kind kind) {
      isSound(propose(Lessons.of(kind, "e-1").evidence()));
      isSound(propose(Lessons.of(kind, "e-1").wanting("").changing("", "", "").evidence()));
    }

    @Test
    @DisplayName("of 200 incidents gets one answer of bounded size")
    void group_large() {
      List<Evidence> group =
          IntStream.range(0, 200)
              .mapToObj(i -> Lessons.of(Kind.CORRECTION, "e-" + i).in("session " + i).evidence())
              .toList();
      isSound(codifier.propose(group, List.of()));
    }

    @Test
    @DisplayName("whose texts are as large as an event may be gets an answer of bounded size")
    void texts_large() {
      String words = "Check the settlement window before you refund. ".repeat(5_000);
      isSound(propose(Lessons.of(Kind.CORRECTION, "e-1").wanting(words).evidence()));
      isSound(propose(Lessons.of(Kind.USER_TURN, "e-1").wanting("x".repeat(250_000)).evidence()));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "---\nname: other\n---\nCheck it.",
          "Check it.\n```\n~~~\n<!-- hidden -->",
          "Check\u0000 it \uD83D without \u202E order",
          "{\"json\": [\"check it\", {}]}",
          "%s {} $1 \\Q \\",
          "\u5fc5\u987b\u6309\u53d1\u5e03\u7a97\u53e3\u62c9"
        })
    @DisplayName("gets an answer, whatever its words look like")
    void words_strange(String words) {
      isSound(propose(Lessons.of(Kind.CORRECTION, "e-1").wanting(words).evidence()));
    }

    @Test
    @DisplayName("gets an answer again when it comes again")
    void group_again() {
      Evidence one = Lessons.of(Kind.CORRECTION, "e-1").evidence();
      isSound(propose(one));
      isSound(propose(one));
    }
  }

  @Nested
  @DisplayName("an explicit correction by a person who may teach")
  class Corrections {
    private Draft kept(Evidence one) {
      Proposal proposal = propose(one);
      assertThat(proposal).isInstanceOf(Proposal.Keep.class);
      return draft(proposal).orElseThrow();
    }

    @Test
    @DisplayName("is kept, never skipped, when nothing like it is known")
    void correction_isKept() {
      isSound(kept(Lessons.of(Kind.CORRECTION, "e-1").evidence()));
      isSound(kept(Lessons.of(Kind.CORRECTION, "e-1").by(Author.owner("olga")).evidence()));
    }

    @Test
    @DisplayName("has its procedure in the body")
    void body_saysWhatIsWanted() {
      Draft draft = kept(Lessons.of(Kind.CORRECTION, "e-1").evidence());
      assertThat(draft.body()).containsIgnoringCase("settlement window");
    }

    @Test
    @DisplayName("has its trigger's literal words in the description")
    void description_saysWhen() {
      Draft draft = kept(Lessons.of(Kind.CORRECTION, "e-1").evidence());
      assertThat(draft.description()).containsIgnoringCase("refund");
    }

    @Test
    @DisplayName("that names another value has this value in the body")
    void body_hasTheNewValue() {
      Draft draft =
          kept(
              Lessons.of(Kind.CORRECTION, "e-1")
                  .changing("basis", "created", "settled")
                  .evidence());
      assertThat(draft.body()).contains("settled");
    }
  }

  @Nested
  @DisplayName("known skills")
  class Known {
    @Test
    @DisplayName("are only named when they were shown: nothing shown, nothing merged")
    void merge_withoutNearest() {
      for (Kind kind : Kind.values()) {
        assertThat(propose(Lessons.of(kind, "e-1").evidence()))
            .isNotInstanceOf(Proposal.Merge.class);
      }
    }

    @Test
    @DisplayName("are merged by their own id, whichever is nearest")
    void merge_namesOneOfTheShown() {
      Skill same = Lessons.of(Kind.CORRECTION, "e-0").skill("s-same");
      Skill other =
          Lessons.of(Kind.CORRECTION, "e-9")
              .about("send_mail", "Write to the guests")
              .wanting("Use the newsletter tool for lists.")
              .skill("s-other");
      List<String> shown = List.of("s-same", "s-other");
      Evidence one = Lessons.of(Kind.CORRECTION, "e-1").in("another").evidence();
      for (Skill[] nearest : new Skill[][] {{same, other}, {other, same}, {other}}) {
        Proposal proposal = propose(one, nearest);
        isSound(proposal);
        if (proposal instanceof Proposal.Merge merge) {
          assertThat(shown).contains(merge.skill());
          assertThat(Stream.of(nearest).map(Skill::id)).contains(merge.skill());
        }
      }
    }
  }
}
