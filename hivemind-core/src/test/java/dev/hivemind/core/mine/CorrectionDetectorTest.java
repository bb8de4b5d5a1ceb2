package dev.hivemind.core.mine;

import static dev.hivemind.core.mine.Bookings.DAILY;
import static dev.hivemind.core.mine.Bookings.booked;
import static dev.hivemind.core.mine.Bookings.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Evidence.Kind;
import org.junit.jupiter.api.Test;

class CorrectionDetectorTest {
  @Test
  void correction_pairsActWordsAndSuccess() {
    Evidence one =
        only(booked().corrects("No, board rooms are booked daily.").calls("book_room", DAILY));
    assertThat(one.kind()).isEqualTo(Kind.CORRECTION);
    assertThat(one.probability()).isGreaterThan(.95);
    assertThat(one.wanted()).isEqualTo("board rooms are booked daily.");
    assertThat(one.before()).startsWith("book_room {");
    assertThat(one.after()).contains("daily");
    assertThat(one.changes()).containsExactly(new Change("plan", "hourly", "daily"));
    assertThat(one.situation().tool()).isEqualTo("book_room");
    assertThat(one.situation().masked()).isEqualTo("plan=hourly room=<id>");
    assertThat(one.situation().task()).isEqualTo("book R-17 for tomorrow");
    assertThat(one.events()).containsExactly("ev1", "ev2", "ev5", "ev6");
    assertThat(one.voices()).containsExactly(one.author().id());
  }

  @Test
  void correction_withoutTarget_isAboutTheLatestAct() {
    Evidence one = only(booked().correctsLatest("Say the price too."));
    assertThat(one.situation().tool()).isEmpty();
    assertThat(one.before()).isEqualTo("Booked.");
  }

  @Test
  void correction_ofUnknownCall_teachesNothing() {
    Story story = booked();
    story.add(story.session().correction("nowhere", "use the other room"));
    assertThat(story.evidence()).isEmpty();
  }

  @Test
  void correction_withArguments_namesTheChangeAtOnce() {
    Evidence one = only(booked().corrects("", DAILY));
    assertThat(one.changes()).containsExactly(new Change("plan", "hourly", "daily"));
  }

  @Test
  void author_isWhoPushedBack() {
    assertThat(
            only(booked().by(Author.endUser("guest")).corrects("always give me the suite"))
                .author())
        .isEqualTo(Author.endUser("guest"));
  }
}
