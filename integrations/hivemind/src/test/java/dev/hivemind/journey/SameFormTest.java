package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.RecallContext;
import dev.hivemind.Session;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A question put like one that was misunderstood brings the lesson back, whatever it is about this
 * time: its words but for the literals are the same, and often say next to nothing.
 */
class SameFormTest {
  private static final String LESSON = "Give the harbour master's tide table for that port.";

  @TempDir Path home;
  private Hivemind hivemind = Hivemind.noop();

  @BeforeEach
  void open() {
    hivemind = Hivemind.open(home);
  }

  @AfterEach
  void close() {
    hivemind.close();
  }

  private void corrected(String id, String question, String lesson) {
    Session session = Session.of(Story.SCOPE, id).by(Author.operator("ana"));
    hivemind.record(session.prompt(question));
    hivemind.record(session.response("I am not sure what you mean."));
    hivemind.record(session.correctedAnswer(lesson, "06:10 and 18:40"));
    hivemind.record(session.sessionEnd());
    assertThat(hivemind.flush(Story.patience()).missing()).isEmpty();
  }

  private String asked(String question) {
    Session session = Session.of(Story.SCOPE, "later").by(Author.operator("ben"));
    return hivemind.recall(RecallContext.of(session, question)).text();
  }

  @Test
  void question_putLikeOneThatWasCorrected_isAnsweredWithTheLesson() {
    corrected("s1", "What is on in \"Dover\"?", LESSON);
    assertThat(asked("what is on in \"Scarborough\" ?")).contains("tide table");
  }

  @ParameterizedTest
  @ValueSource(strings = {"What is new in \"Dover\"?", "Who is in \"Scarborough\"?", "What is on?"})
  void question_putOtherwise_isAnsweredWithoutIt(String question) {
    corrected("s1", "What is on in \"Calais\"?", LESSON);
    assertThat(asked(question)).isEmpty();
  }

  @Test
  void form_ofTwoLessons_bringsNeitherBack() {
    corrected("s1", "What is on in \"Dover\"?", LESSON);
    corrected(
        "s2", "What is on in \"Calais\"?", "List the cinemas and their programmes, newest first.");
    assertThat(asked("What is on in \"Scarborough\"?")).isEmpty();
  }

  @Test
  void wordThatSaysNothing_isNoForm() {
    corrected("s1", "go on", LESSON);
    corrected("s2", "42", LESSON);
    assertThat(asked("77")).isEmpty();
  }
}
