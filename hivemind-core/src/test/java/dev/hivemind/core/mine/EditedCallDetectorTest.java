package dev.hivemind.core.mine;

import static dev.hivemind.core.mine.Bookings.DAILY;
import static dev.hivemind.core.mine.Bookings.HOURLY;
import static dev.hivemind.core.mine.Bookings.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.ToolStatus;
import org.junit.jupiter.api.Test;

class EditedCallDetectorTest {
  @Test
  void editedCall_namesTheChange() {
    Evidence one =
        only(
            new Story()
                .says("book it")
                .asks("book_room", HOURLY)
                .editsCall(DAILY)
                .returns(ToolStatus.OK, "ok"));
    assertThat(one.kind()).isEqualTo(Kind.EDITED);
    assertThat(one.probability()).isGreaterThan(.9);
    assertThat(one.changes()).containsExactly(new Change("plan", "hourly", "daily"));
  }

  @Test
  void editedCall_withoutChange_teachesNothing() {
    assertThat(new Story().says("book it").asks("book_room", HOURLY).editsCall(HOURLY).evidence())
        .isEmpty();
  }
}
