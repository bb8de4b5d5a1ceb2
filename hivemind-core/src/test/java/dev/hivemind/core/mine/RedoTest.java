package dev.hivemind.core.mine;

import static dev.hivemind.core.mine.Bookings.DAILY;
import static dev.hivemind.core.mine.Bookings.HOURLY;
import static dev.hivemind.core.mine.Bookings.booked;
import static dev.hivemind.core.mine.Bookings.has;
import static dev.hivemind.core.mine.Bookings.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Evidence.Kind;
import org.junit.jupiter.api.Test;

/** The same call made again in another manner after a person spoke. */
class RedoTest {
  @Test
  void redo_withoutWords_isFoundWhenNobodyObjects() {
    Evidence one =
        only(
            booked()
                .says("the invoice has twelve lines")
                .calls("book_room", DAILY)
                .answers("Done.")
                .says("great"));
    assertThat(one.kind()).isEqualTo(Kind.REDO);
    assertThat(has(one, Signals.UNOBJECTED)).isTrue();
    assertThat(one.changes()).containsExactly(new Change("plan", "hourly", "daily"));
    assertThat(one.probability()).isGreaterThan(.9);
  }

  @Test
  void redo_objectedTo_isUnsureAndHasNoSuccess() {
    Story story =
        booked()
            .says("the invoice has twelve lines")
            .calls("book_room", DAILY)
            .answers("Done.")
            .says("no, still wrong");
    Evidence first = story.evidence().get(0);
    assertThat(first.after()).isEmpty();
    assertThat(first.probability()).isLessThan(.5);
  }

  @Test
  void redo_forTheNextObject_isTheNextRequest() {
    assertThat(
            booked()
                .says("and R-18 as well")
                .calls("book_room", "{'room':'R-18','plan':'hourly'}")
                .answers("Done.")
                .evidence())
        .isEmpty();
  }

  @Test
  void redo_ofAnEarlierCall_movesTheSituationThere() {
    Story story =
        new Story()
            .says("book R-17")
            .calls("book_room", HOURLY)
            .calls("send_mail", "{'to':'a@example.org'}")
            .says("No, rooms must be daily here")
            .calls("book_room", DAILY);
    Evidence one = only(story);
    assertThat(one.situation().tool()).isEqualTo("book_room");
    assertThat(one.changes()).hasSize(1);
  }

  @Test
  void takingBack_isNoSuccess() {
    Evidence one =
        only(
            new Story()
                .says("rename it")
                .calls("edit", "{'file':'x.sql','old':'alpha','new':'omega'}")
                .says("No, never touch old scripts, always add a new one")
                .calls("edit", "{'file':'x.sql','old':'omega','new':'alpha'}"));
    assertThat(one.changes()).isEmpty();
  }

  @Test
  void redo_ofACallThatTheWordsNeitherFollowNorName_isTheWorkGoingOn() {
    assertThat(
            new Story()
                .says("sort the rooms")
                .calls("update_job", "{'job':'3','status':'started'}")
                .calls("list_rooms", "{'floor':2}")
                .says("could also move all of it to the annex...")
                .calls("update_job", "{'job':'3','status':'done'}")
                .answers("Done.")
                .says("great")
                .evidence())
        .isEmpty();
  }

  @Test
  void redo_ofAnEarlierCallWhoseNewValueTheWordsName_isFound() {
    Evidence one =
        only(
            new Story()
                .says("book R-17")
                .calls("book_room", HOURLY)
                .calls("list_mail", "{'box':'in'}")
                .says("the desk counts daily rates")
                .calls("book_room", DAILY)
                .answers("Done.")
                .says("great"));
    assertThat(one.kind()).isEqualTo(Kind.REDO);
    assertThat(one.changes()).containsExactly(new Change("plan", "hourly", "daily"));
  }

  @Test
  void step_thatTheAgentTakesUnaskedToo_isNoRedo() {
    Story story =
        new Story()
            .says("sort the rooms")
            .calls("update_job", "{'job':'2','status':'started'}")
            .calls("update_job", "{'job':'2','status':'done'}")
            .calls("update_job", "{'job':'3','status':'started'}");
    assertThat(
            story
                .says("the annex has twelve rooms")
                .calls("update_job", "{'job':'3','status':'done'}")
                .answers("Done.")
                .says("great")
                .evidence())
        .isEmpty();
  }
}
