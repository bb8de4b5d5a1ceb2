package dev.hivemind.core.mine;

import static dev.hivemind.core.mine.Bookings.has;
import static dev.hivemind.core.mine.Bookings.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.ToolStatus;
import org.junit.jupiter.api.Test;

class RefusalDetectorTest {
  @Test
  void refusal_withReason_isPushBack() {
    Evidence one =
        only(
            new Story()
                .says("tidy up")
                .asks("drop_table", "{'table':'t1'}")
                .refuses("never drop, always archive first"));
    assertThat(one.kind()).isEqualTo(Kind.REFUSAL);
    assertThat(has(one, Signals.WANTED)).isTrue();
    assertThat(one.probability()).isGreaterThan(.9);
  }

  @Test
  void refusal_withoutReason_waitsForTheNextPrompt() {
    Story story = new Story().says("tidy up").asks("drop_table", "{'table':'t1'}").refuses("");
    assertThat(story.evidence()).isEmpty();
    Evidence one = only(story.says("archive it first, we always do"));
    assertThat(one.kind()).isEqualTo(Kind.REFUSAL);
    assertThat(one.wanted()).startsWith("archive it first");
  }

  @Test
  void refusal_byResult_thenPrompt_isPushBack() {
    Evidence one =
        only(
            new Story()
                .says("tidy up")
                .asks("drop_table", "{'table':'t1'}")
                .returns(ToolStatus.REJECTED, "declined")
                .says("we must archive it first"));
    assertThat(one.kind()).isEqualTo(Kind.REFUSAL);
  }
}
