package dev.hivemind.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Signal;

/** A room that was booked: where most stories of the detectors begin. */
final class Bookings {
  static final String HOURLY = "{'room':'R-17','plan':'hourly'}";
  static final String DAILY = "{'room':'R-17','plan':'daily'}";

  private Bookings() {}

  static Story booked() {
    return new Story().says("book R-17 for tomorrow").calls("book_room", HOURLY).answers("Booked.");
  }

  static Evidence only(Story story) {
    assertThat(story.evidence()).hasSize(1);
    return story.evidence().get(0);
  }

  static boolean has(Evidence one, String signal) {
    return one.signals().stream().map(Signal::name).anyMatch(signal::equals);
  }
}
