package dev.hivemind.store.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.Storage;
import dev.hivemind.testkit.Traces;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Greps the raw files. A compaction compresses, so words are random, short and many: enough of
 * those that stay must be found for the absence of the others to mean something.
 */
class EraseTest {
  private static final int WORDS = 40;

  @TempDir private Path directory;

  private final Random random = new Random(5);
  private final List<Storage> opened = new ArrayList<>();

  @BeforeEach
  void openStorage() {
    opened.add(new H2Storage().open(directory));
  }

  @AfterEach
  void closeStorage() {
    opened.forEach(Storage::close);
  }

  private Storage storage() {
    return opened.get(0);
  }

  private List<String> words(int count) {
    return Stream.generate(this::word).limit(count).toList();
  }

  private String word() {
    return random
        .ints(10, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private long found(List<String> words) {
    return words.stream().filter(word -> !Traces.of(word, directory).isEmpty()).count();
  }

  private static EventRow event(String id, String document) {
    return new EventRow("w", 0, id, "prompt", Instant.EPOCH, document);
  }

  private void appendEvents(String prefix, List<String> words) {
    storage()
        .events()
        .append(
            IntStream.range(0, words.size())
                .mapToObj(i -> event(prefix + i, words.get(i)))
                .toList());
  }

  @Test
  void events_andStates_leaveNoByte() {
    List<String> stay = words(WORDS);
    List<String> go = words(WORDS);
    List<String> states = words(3);
    appendEvents("stay", stay);
    appendEvents("go", go);
    Checkpoint from = Checkpoint.start("w", "c");
    for (String state : states) {
      Checkpoint to = new Checkpoint("w", "c", 1, state);
      storage().events().advance(from, to);
      from = to;
    }
    assertThat(found(go)).isEqualTo(WORDS);
    assertThat(found(states)).isEqualTo(3);
    storage().events().erase("w", IntStream.range(0, WORDS).mapToObj(i -> "go" + i).toList());
    assertThat(found(go)).isZero();
    assertThat(found(states)).isZero();
    assertThat(found(stay)).isGreaterThan(WORDS / 2);
    assertThat(storage().events().read("w", 0, 999)).hasSize(WORDS);
  }

  @Test
  void skills_leaveNoByte_ofAnyRevision() {
    List<String> stay = words(WORDS);
    List<String> go = words(WORDS);
    for (int i = 0; i < WORDS; i++) {
      storage().skills().append(new SkillRow("w", "w", "stay", i + 1, stay.get(i)));
      storage().skills().append(new SkillRow("w", "w", "go", i + 1, go.get(i)));
    }
    assertThat(found(go)).isEqualTo(WORDS);
    storage().skills().erase("w", List.of("go"));
    assertThat(found(go)).isZero();
    assertThat(found(stay)).isGreaterThan(WORDS / 2);
  }

  @Test
  void eventsErasedAgain_afterABrokenOffErase_leaveNoByte() {
    List<String> go = words(5);
    appendEvents("go", go);
    List<String> ids = List.of("go0", "go1", "go2", "go3", "go4");
    storage().events().erase("w", ids);
    appendEvents("go", go);
    storage().events().erase("w", ids);
    storage().events().erase("w", ids);
    assertThat(found(go)).isZero();
  }

  @Test
  void calls_duringErase_waitAndGoOn() {
    AtomicInteger erased = new AtomicInteger();
    List<CompletableFuture<Void>> callers =
        Stream.of("a", "b", "c")
            .map(name -> CompletableFuture.runAsync(() -> write(name, erased)))
            .toList();
    for (int i = 0; i < 5; i++) {
      storage().events().append(List.of(event("gone", "text")));
      storage().events().erase("w", List.of("gone"));
      erased.incrementAndGet();
    }
    callers.forEach(CompletableFuture::join);
    for (String name : List.of("a", "b", "c")) {
      List<String> kept =
          storage().events().read(name, 0, Integer.MAX_VALUE).stream().map(EventRow::id).toList();
      assertThat(kept)
          .isEqualTo(IntStream.range(0, kept.size()).mapToObj(i -> "e" + i).toList())
          .isNotEmpty();
    }
  }

  private void write(String workspace, AtomicInteger erased) {
    for (int i = 0; erased.get() < 5; i++) {
      storage()
          .events()
          .append(List.of(new EventRow(workspace, 0, "e" + i, "k", Instant.EPOCH, "text")));
      assertThat(storage().events().read(workspace, i, 1)).hasSize(1);
    }
  }
}
