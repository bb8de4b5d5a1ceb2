package dev.hivemind.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.DamagedStoreException;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import dev.hivemind.Skill;
import dev.hivemind.spi.Change;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemoryStorage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports: nothing is lost on the way from one store to another, and from a later version back. */
class ExportTest {
  private static final long SEED = Long.getLong("hivemind.seed", 20_260_325L);
  private static final int DAMAGES = Integer.getInteger("hivemind.damages", 20);

  @TempDir Path directory;

  private static Hivemind open(InMemoryStorage storage) {
    return Hivemind.builder()
        .eventStore(storage.events())
        .skillStore(storage.skills())
        .recallEngine(new InMemoryRecallEngine())
        .open();
  }

  private static InMemoryStorage read(Path file) {
    InMemoryStorage storage = new InMemoryStorage();
    Hivemind.builder()
        .eventStore(storage.events())
        .skillStore(storage.skills())
        .recallEngine(new InMemoryRecallEngine())
        .restore(file)
        .open()
        .close();
    return storage.reopen();
  }

  private static List<EventRow> events(InMemoryStorage storage, String workspace) {
    return storage.events().read(workspace, 0, Integer.MAX_VALUE).stream()
        .map(row -> new EventRow(workspace, 0, row.id(), row.kind(), row.at(), row.document()))
        .toList();
  }

  private static List<SkillRow> newest(InMemoryStorage storage, String workspace) {
    return storage.skills().changes(workspace, 0, Integer.MAX_VALUE).stream()
        .map(Change::row)
        .toList();
  }

  private Path exported(InMemoryStorage storage, String name) {
    Path file = directory.resolve(name);
    try (Hivemind hivemind = open(storage)) {
      hivemind.export(file);
    }
    return file;
  }

  private static InMemoryStorage taught() {
    InMemoryStorage storage = new InMemoryStorage();
    try (Hivemind hivemind = open(storage)) {
      new Tales(SEED).some(60).forEach(story -> story.recordTo(hivemind));
      assertThat(hivemind.flush(Homes.PATIENCE).complete()).isTrue();
      List<Skill> skills = hivemind.skills(Homes.SCOPE).list();
      hivemind.skills(Homes.SCOPE).pin(skills.get(0).name(), Homes.ANA);
    }
    return storage.reopen();
  }

  @Test
  void export_readBack_isTheSame_andIsExportedTheSame() throws IOException {
    InMemoryStorage storage = taught();
    // Erased, and erased and saved again; texts that no encoding keeps.
    storage.skills().append(new SkillRow("odd", "odd", "gone", 1, "{}"));
    storage.skills().append(new SkillRow("odd", "odd", "gone", 2, "{}"));
    storage.skills().append(new SkillRow("odd", "odd", "back", 1, "{}"));
    storage.skills().erase("odd", List.of("gone", "back"));
    storage
        .skills()
        .append(new SkillRow("odd", "odd", "back", 3, "\ud800 \n\r\u2028 \u0000 \ud83d\ude00"));
    Path file = exported(storage, "one");

    InMemoryStorage other = read(file);

    for (String workspace : List.of("payments", "support", "odd")) {
      assertThat(events(other, workspace)).isEqualTo(events(storage, workspace));
      assertThat(newest(other, workspace))
          .containsExactlyInAnyOrderElementsOf(newest(storage, workspace));
      for (SkillRow row : newest(storage, workspace)) {
        assertThat(other.skills().history(workspace, row.id()))
            .isEqualTo(storage.skills().history(workspace, row.id()));
      }
    }
    List<String> again = Files.readAllLines(exported(other, "two"));
    assertThat(again).hasSameSizeAs(Files.readAllLines(file));
    Map<String, Skill> lessons;
    try (Hivemind hivemind = open(storage.reopen())) {
      lessons = Lessons.of(hivemind);
    }
    try (Hivemind hivemind = open(other)) {
      hivemind.codify(Homes.SCOPE);
      assertThat(Lessons.of(hivemind)).isEqualTo(lessons);
    }
  }

  /** What was mined is not mined again; what was not is, with what was open at the time. */
  @Test
  void export_inTheMiddleOfASession_teachesWhatTheRestOfItTeaches() {
    InMemoryStorage storage = new InMemoryStorage();
    Path file = directory.resolve("middle");
    var session = dev.hivemind.Session.of(Homes.SCOPE, "s").by(Homes.ANA);
    try (Hivemind hivemind = open(storage)) {
      hivemind.record(session.prompt("Refund order 1234"));
      hivemind.record(session.toolCall("c1", "refund", "{\"order\":1234}"));
      hivemind.record(session.toolResult("c1", dev.hivemind.ToolStatus.OK, "refunded"));
      assertThat(hivemind.flush(Homes.PATIENCE).complete()).isTrue();
      hivemind.export(file);
    }
    try (Hivemind hivemind = open(read(file))) {
      hivemind.record(session.correction("c1", "No. Check the settlement window first."));
      assertThat(hivemind.flush(Homes.PATIENCE).complete()).isTrue();
      assertThat(hivemind.skills(Homes.SCOPE).list()).hasSize(1);
    }
  }

  @Test
  void export_whileOthersRecord_losesNothingConfirmed() {
    InMemoryStorage storage = new InMemoryStorage();
    try (Hivemind hivemind = open(storage)) {
      List<dev.hivemind.testkit.Story> stories = new Tales(SEED).some(60);
      stories.subList(0, 30).forEach(story -> story.recordTo(hivemind));
      assertThat(hivemind.flush(Homes.PATIENCE).complete()).isTrue();
      List<EventRow> confirmed = events(storage, "payments");
      CompletableFuture<Void> more =
          CompletableFuture.runAsync(
              () -> stories.subList(30, 60).forEach(story -> story.recordTo(hivemind)));
      hivemind.export(directory.resolve("busy"));
      more.join();
      assertThat(hivemind.flush(Homes.PATIENCE).complete()).isTrue();
      List<EventRow> there = events(read(directory.resolve("busy")), "payments");
      assertThat(there).containsAll(confirmed);
      assertThat(events(storage, "payments").subList(0, there.size())).isEqualTo(there);
    }
  }

  @Test
  void export_ofALaterVersion_isRead_fieldsAndTypesItKnowsNothingOfIgnored() throws IOException {
    InMemoryStorage storage = taught();
    List<String> lines = Files.readAllLines(exported(storage, "now"));
    StringBuilder later = new StringBuilder();
    later.append(lines.get(0).replace("}", ",\"tool\":{\"name\":\"later\"}}")).append('\n');
    later.append("{\"type\":\"novelty\",\"workspace\":\"payments\",\"what\":[1,2]}\n");
    for (String line : lines.subList(1, lines.size() - 1)) {
      later.append(line, 0, line.length() - 1).append(",\"more\":null,\"tags\":[\"a\"]}\n");
    }
    CRC32 sum = new CRC32();
    sum.update(later.toString().getBytes(StandardCharsets.UTF_8));
    later.append("{\"type\":\"end\",\"crc32\":" + sum.getValue() + ",\"novelties\":1}\n");
    Path file = Files.writeString(directory.resolve("later"), later);
    assertThat(events(read(file), "payments")).isEqualTo(events(storage, "payments"));
    assertThat(newest(read(file), "support")).isEqualTo(newest(storage, "support"));
  }

  @Test
  void export_ofAnotherFormat_isRefusedNamingBoth() throws IOException {
    Path file = directory.resolve("format");
    Files.writeString(file, "{\"hivemind\":\"export\",\"format\":2}\n");
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("format 2")
        .hasMessageContaining("up to 1");
  }

  @Test
  void export_damagedAnywhere_isNoticed_andNothingTakenIn() throws IOException {
    Path file = exported(taught(), "whole");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(SEED);
    for (int i = 0; i < 2 * DAMAGES; i++) {
      byte[] damaged =
          i % 2 == 0 ? whole.clone() : Arrays.copyOf(whole, random.nextInt(whole.length - 1));
      if (i % 2 == 0) {
        damaged[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
      }
      Path bad = Files.write(directory.resolve("bad"), damaged);
      InMemoryStorage storage = new InMemoryStorage();
      assertThatThrownBy(
              () ->
                  Hivemind.builder()
                      .eventStore(storage.events())
                      .skillStore(storage.skills())
                      .recallEngine(new InMemoryRecallEngine())
                      .restore(bad)
                      .open())
          .as("seed " + SEED + ", " + i)
          .isInstanceOf(HivemindException.class);
      assertThat(storage.events().workspaces()).isEmpty();
      assertThat(storage.skills().workspaces()).isEmpty();
    }
  }

  @Test
  void export_intoStoresWithMemories_isRefused() {
    InMemoryStorage storage = taught();
    Path file = exported(storage, "file");
    assertThatThrownBy(
            () ->
                Hivemind.builder()
                    .eventStore(storage.events())
                    .skillStore(storage.skills())
                    .recallEngine(new InMemoryRecallEngine())
                    .restore(file)
                    .open())
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("memories already");
    assertThatThrownBy(() -> read(directory.resolve("missing")))
        .isInstanceOf(HivemindException.class)
        .isNotInstanceOf(DamagedStoreException.class);
  }
}
