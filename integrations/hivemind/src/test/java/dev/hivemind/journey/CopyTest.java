package dev.hivemind.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.Advice;
import dev.hivemind.Author;
import dev.hivemind.CopyReport;
import dev.hivemind.DamagedStoreException;
import dev.hivemind.Forget;
import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.testkit.InMemoryRecallEngine;
import dev.hivemind.testkit.InMemoryStorage;
import dev.hivemind.testkit.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore, export and the backups a home makes by itself, as a host sees them. */
class CopyTest {
  private final MutableClock clock = MutableClock.at("2026-03-02T09:00:00Z");

  @TempDir Path directory;

  private Path at(String name) {
    return directory.resolve(name);
  }

  private Hivemind open(String home) {
    return Hivemind.builder().home(at(home)).clock(clock).open();
  }

  private Hivemind restored(String home, Path file) {
    return Hivemind.builder().home(at(home)).clock(clock).restore(file).open();
  }

  private static Hivemind inMemory(InMemoryStorage storage) {
    return Hivemind.builder()
        .eventStore(storage.events())
        .skillStore(storage.skills())
        .recallEngine(new InMemoryRecallEngine())
        .open();
  }

  private List<String> backups(String home) throws IOException {
    return names(at(home).resolve("backups"));
  }

  private static List<String> names(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String rights(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  void backup_ofARunningHivemind_isRestoredWithAllItKnew() throws IOException {
    Skill lesson;
    Path file = at("copy.backup");
    try (Hivemind hivemind = open("home")) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());
      lesson = hivemind.skills(Story.SCOPE).list().get(0);
      hivemind.record(session("open").prompt("not flushed, yet recorded before"));
      CopyReport report = hivemind.backup(file);
      assertThat(report).isEqualTo(new CopyReport(file, Files.size(file), 5, 1));
      assertThat(rights(file)).isEqualTo("rw-------");
      assertThat(names(directory)).containsExactlyInAnyOrder("copy.backup", "home");
      assertThat(hivemind.status().problems()).isEmpty();
    }
    try (Hivemind hivemind = restored("other", file)) {
      assertThat(hivemind.skills(Story.SCOPE).list()).containsExactly(lesson);
      assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Hold.class);
      assertThat(hivemind.status().problems()).isEmpty();
    }
    assertThatThrownBy(() -> restored("other", file))
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("memories already");
  }

  private static Session session(String id) {
    return Session.of(Story.SCOPE, id).by(Author.operator("ana"));
  }

  @Test
  void copy_ontoAFileOrIntoNowhere_isRefusedAndNothingIsLeft() throws IOException {
    Path taken = Files.writeString(at("taken"), "mine");
    try (Hivemind hivemind = open("home")) {
      for (Path bad : List.of(taken, at("none/file"))) {
        assertThatThrownBy(() -> hivemind.backup(bad))
            .isInstanceOf(HivemindException.class)
            .hasMessageContaining(bad.getParent().toString());
        assertThatThrownBy(() -> hivemind.export(bad)).isInstanceOf(HivemindException.class);
      }
      assertThat(Files.readString(taken)).isEqualTo("mine");
      assertThat(names(directory)).containsExactlyInAnyOrder("taken", "home");
    }
  }

  @Test
  void copy_afterClose_isRefused() {
    Hivemind hivemind = open("home");
    hivemind.close();
    assertThatThrownBy(() -> hivemind.backup(at("late"))).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> hivemind.export(at("late"))).isInstanceOf(IllegalStateException.class);
    assertThat(at("late")).doesNotExist();
  }

  @Test
  void backup_ofStoresThatWereGiven_isRefusedNamingTheExport() {
    try (Hivemind hivemind = inMemory(new InMemoryStorage())) {
      assertThatThrownBy(() -> hivemind.backup(at("no")))
          .isInstanceOf(HivemindException.class)
          .hasMessageContaining("export");
    }
    assertThat(at("no")).doesNotExist();
  }

  @Test
  void export_isReadIntoAnyStore() throws IOException {
    Path file = at("all.jsonl");
    Skill lesson;
    try (Hivemind hivemind = open("home")) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());
      lesson = hivemind.skills(Story.SCOPE).list().get(0);
      CopyReport report = hivemind.export(file);
      assertThat(report).isEqualTo(new CopyReport(file, Files.size(file), 4, 1));
      assertThat(rights(file)).isEqualTo("rw-------");
    }
    assertThat(Files.readAllLines(file).get(0)).startsWith("{\"hivemind\":\"export\",\"format\":1");
    try (Hivemind hivemind = restored("other", file)) {
      assertThat(hivemind.skills(Story.SCOPE).list()).containsExactly(lesson);
      assertThat(Story.ask(hivemind).advice()).isInstanceOf(Advice.Hold.class);
    }
    InMemoryStorage storage = new InMemoryStorage();
    try (Hivemind hivemind =
        Hivemind.builder()
            .eventStore(storage.events())
            .skillStore(storage.skills())
            .recallEngine(new InMemoryRecallEngine())
            .clock(clock)
            .restore(file)
            .open()) {
      assertThat(hivemind.flush(Story.patience()).complete()).isTrue();
      assertThat(hivemind.skills(Story.SCOPE).list()).containsExactly(lesson);
      assertThat(storage.events().read("payments-service", 0, 99)).hasSize(4);
    }
  }

  @Test
  void restore_ofADamagedFile_isRefusedAndTheHomeStaysEmpty() throws IOException {
    try (Hivemind hivemind = open("home")) {
      Story.teach(hivemind);
      hivemind.flush(Story.patience());
      hivemind.export(at("all.jsonl"));
      hivemind.backup(at("copy.backup"));
    }
    for (String name : List.of("all.jsonl", "copy.backup")) {
      byte[] bytes = Files.readAllBytes(at(name));
      Files.write(at(name), java.util.Arrays.copyOf(bytes, bytes.length / 2));
      assertThatThrownBy(() -> restored("other", at(name)))
          .isInstanceOf(DamagedStoreException.class)
          .hasMessageContaining(at(name).toString());
    }
    try (Hivemind hivemind = open("other")) {
      assertThat(hivemind.skills(Story.SCOPE).list()).isEmpty();
      assertThat(hivemind.status().problems()).isEmpty();
    }
  }

  @Test
  void home_backsItselfUp_atMostOnceADay_andKeepsThree() throws IOException {
    for (int day = 1; day <= 5; day++) {
      for (int i = 0; i < 2; i++) {
        try (Hivemind hivemind = open("home")) {
          hivemind.record(session("day " + day).prompt("hello"));
        }
      }
      clock.advance(Duration.ofHours(25));
    }
    assertThat(backups("home")).containsExactly("000003.backup", "000004.backup", "000005.backup");
    assertThat(rights(at("home/backups"))).isEqualTo("rwx------");
    assertThat(rights(at("home/backups/000005.backup"))).isEqualTo("rw-------");
    try (Hivemind hivemind = restored("other", at("home/backups/000004.backup"))) {
      assertThat(hivemind.status().problems()).isEmpty();
    }
  }

  @Test
  void hivemind_thatRunsForDays_isBackedUpWithoutAClose() throws Exception {
    try (Hivemind hivemind = open("home")) {
      assertThat(at("home/backups")).doesNotExist();
      clock.advance(Duration.ofHours(25));
      Path first = at("home/backups/000001.backup");
      for (int i = 0; i < 1_000 && !Files.exists(first); i++) {
        java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
      }
      assertThat(first).exists();
      assertThat(hivemind.status().problems()).isEmpty();
    }
    assertThat(backups("home")).containsExactly("000001.backup");
  }

  @Test
  void forgotten_isInNoBackupOfTheHome() throws IOException {
    try (Hivemind hivemind = open("home")) {
      Story.teach(hivemind);
    }
    assertThat(backups("home")).hasSize(1);
    try (Hivemind hivemind = open("home")) {
      hivemind.forget(Forget.everything(Story.SCOPE));
      assertThat(at("home/backups")).doesNotExist();
    }
    assertThat(backups("home")).hasSize(1);
    try (Hivemind hivemind = restored("other", at("home/backups/000001.backup"))) {
      assertThat(hivemind.export(at("all.jsonl")).events()).isZero();
      assertThat(Files.readString(at("all.jsonl"))).doesNotContain("settlement");
    }
  }

  @Test
  void clockThatJumps_neverStopsTheBackups() throws IOException {
    for (String time :
        List.of(
            "2026-03-02T09:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "2026-03-02T10:00:00Z",
            "-1000000000-01-01T00:00:00Z",
            "2026-03-05T10:00:00Z")) {
      clock.set(java.time.Instant.parse(time));
      open("home").close();
    }
    assertThat(backups("home")).contains("000005.backup");
  }
}
