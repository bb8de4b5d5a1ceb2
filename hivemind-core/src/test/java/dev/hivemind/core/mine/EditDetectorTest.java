package dev.hivemind.core.mine;

import static dev.hivemind.core.mine.Bookings.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Role;
import org.junit.jupiter.api.Test;

class EditDetectorTest {
  @Test
  void edit_ofWrittenFile_isPushBack() {
    Evidence one =
        only(
            new Story()
                .says("write the greeting")
                .calls("write_file", "{'path':'out/hello.txt','content':'Dear customer'}")
                .edits("out/hello.txt", "Dear customer", "Hello there"));
    assertThat(one.kind()).isEqualTo(Kind.EDITED);
    assertThat(one.changes()).containsExactly(new Change("", "Dear customer", "Hello there"));
  }

  @Test
  void edit_ofFileOnlyRead_teachesNothing() {
    assertThat(
            new Story()
                .says("look")
                .calls("read_file", "{'path':'out/hello.txt'}")
                .edits("out/hello.txt", "a", "b")
                .evidence())
        .isEmpty();
  }

  @Test
  void edit_byTheAgent_teachesNothing() {
    assertThat(
            new Story()
                .says("write")
                .calls("write_file", "{'path':'a/b.txt','content':'x'}")
                .by(new Author("bot", Role.AGENT))
                .edits("a/b.txt", "x", "y")
                .evidence())
        .isEmpty();
  }

  @Test
  void edit_ofAnswer_isPushBack() {
    Story story = new Story().says("draft it").answers("Dear customer");
    story.add(story.session().editedAnswer("Dear customer", "Hello there"));
    Evidence one = only(story);
    assertThat(one.kind()).isEqualTo(Kind.EDITED);
    assertThat(one.situation().tool()).isEmpty();
  }
}
