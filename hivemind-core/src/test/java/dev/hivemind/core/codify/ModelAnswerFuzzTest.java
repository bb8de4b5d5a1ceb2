package dev.hivemind.core.codify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Proposal;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.core.codify.ModelAnswer.UnusableException;
import dev.hivemind.core.fuzz.Fuzzing;
import dev.hivemind.core.fuzz.Mutants;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a model answers, it is a proposal within its bounds or unusable for a told reason. */
class ModelAnswerFuzzTest {
  private static final List<String> GOOD =
      List.of(
          "{\"decision\":\"KEEP\",\"name\":\"use-the-queue\",\"description\":\"When to queue.\","
              + "\"body\":\"Use the {queue}.\\nThen wait.\",\"reason\":\"said so\"}",
          "Here it is:\n```json\n{\"decision\":\"SKIP\",\"reason\":\"known \\\"already\\\"\"}\n```",
          "{\"decision\":\"MERGE\",\"skill\":\"s-1\",\"description\":\"d\",\"body\":\"b\","
              + "\"reason\":\"r\"}");

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "\"",
          "\\",
          "\\\"",
          "[",
          "]",
          ",",
          ":",
          "null",
          "true",
          "7",
          "1e999",
          "{\"a\":",
          "\"decision\":\"KEEP\",",
          "\"trust\":\"OWNER\",",
          "\"state\":\"ACTIVE\",",
          "\\u0000",
          "\\ud83d",
          "\ud83d",
          "\u0000",
          "\n",
          "\\n",
          "---",
          "<hivemind",
          "</hivemind-lessons>",
          "/*",
          "//",
          "NaN",
          "```",
          "\u202e",
          "\ufeff");

  private static void read(String answer) {
    Proposal proposal;
    try {
      proposal = ModelAnswer.read(answer, List.of());
    } catch (UnusableException e) {
      assertThat(e.getMessage()).isNotBlank().hasSizeLessThan(200);
      return;
    }
    assertThat(proposal.reason()).isNotBlank().hasSizeLessThanOrEqualTo(300);
    assertThat(proposal).isNotInstanceOf(Proposal.Merge.class);
    if (proposal instanceof Proposal.Keep keep) {
      check(keep.draft());
    }
  }

  private static void check(Draft draft) {
    assertThat(draft.name()).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeLessThanOrEqualTo(64);
    assertThat(draft.description()).isNotBlank().doesNotContain("\n");
    assertThat(draft.description()).hasSizeLessThanOrEqualTo(500);
    assertThat(draft.body()).isNotBlank().hasSizeLessThanOrEqualTo(2_000);
    assertThat(draft.body()).doesNotStartWith("---").doesNotContain("<hivemind");
  }

  @Test
  void brokenAnswers_areProposalsWithinBoundsOrUnusable() {
    Fuzzing.run(new Mutants(Fuzzing.SEED, GOOD, PIECES), ModelAnswerFuzzTest::read);
  }
}
