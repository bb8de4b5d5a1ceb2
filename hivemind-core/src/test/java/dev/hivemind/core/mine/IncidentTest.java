package dev.hivemind.core.mine;

import static dev.hivemind.core.mine.Bookings.DAILY;
import static dev.hivemind.core.mine.Bookings.booked;
import static dev.hivemind.core.mine.Bookings.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Signal;
import org.junit.jupiter.api.Test;

/** What becomes known of a push-back after it. */
class IncidentTest {
  @Test
  void enrichedEvidence_keepsItsId() {
    Story story = booked().corrects("daily please");
    String before = only(story).id();
    assertThat(only(story.calls("book_room", DAILY)).id()).isEqualTo(before);
  }

  @Test
  void otherToolAfterwards_isTheSuccess() {
    Evidence one =
        only(
            booked()
                .corrects("Ask the desk first.")
                .calls("ask_desk", "{'room':'R-17'}")
                .answers("Asked.")
                .says("ok"));
    assertThat(one.after()).startsWith("ask_desk");
  }

  @Test
  void actAndWhatCameInstead_bothNamedByTheWords_isHeeded() {
    Evidence one =
        only(
            booked()
                .says("rooms are booked only after the desk was asked")
                .calls("ask_desk", "{'room':'R-17'}")
                .answers("Asked.")
                .says("ok"));
    assertThat(one.signals()).extracting(Signal::name).contains(Signals.HEEDED);
    assertThat(one.probability()).isGreaterThan(.9);
  }

  @Test
  void nextCall_thatTheWordsDoNotName_isNotHeeded() {
    Evidence one =
        only(
            booked()
                .says("no, rooms are booked only after the desk was asked")
                .calls("list_mail", "{'box':'in'}")
                .answers("Two mails.")
                .says("ok"));
    assertThat(one.signals()).extracting(Signal::name).doesNotContain(Signals.HEEDED);
  }
}
