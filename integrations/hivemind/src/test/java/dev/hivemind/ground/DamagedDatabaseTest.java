package dev.hivemind.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.DamagedStoreException;
import dev.hivemind.Hivemind;
import dev.hivemind.Skill;
import dev.hivemind.Status.Health;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
import dev.hivemind.store.h2.H2Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Single bits and cut ends of a home's database, and the way back from its own backups; {@code
 * -Dhivemind.damages=} says how many of each. That every damage is noticed has a test of its own
 * beside the database.
 */
class DamagedDatabaseTest {
  private static final int DAMAGES = Integer.getInteger("hivemind.damages", 20);
  private static final long SEED = Long.getLong("hivemind.seed", 20_260_322L);

  private final Random random = new Random(SEED);

  @TempDir Path home;

  private Map<String, Skill> taught() {
    try (Hivemind hivemind = Hivemind.open(home)) {
      new Tales(SEED).some(20).forEach(story -> story.recordTo(hivemind));
      assertThat(hivemind.flush(Homes.PATIENCE).complete()).isTrue();
      return Lessons.of(hivemind);
    }
  }

  @Test
  void database_damaged_isSetAsideAndTheBackupTakesItsPlace() throws IOException {
    Map<String, Skill> lessons = taught();
    assertThat(lessons).hasSizeGreaterThan(5);
    Path database = Homes.database(home);
    for (int i = 1; i <= 2 * DAMAGES; i++) {
      Damage damage = Damage.some(random, i % 2 == 0);
      String what = "seed " + SEED + ", " + i + ": " + damage;
      byte[] damaged = damage.to(database);
      try (Hivemind hivemind = Hivemind.open(home)) {
        assertThat(hivemind.status().health()).as(what).isEqualTo(Health.DEGRADED);
        assertThat(hivemind.status().problems())
            .as(what)
            .anyMatch(problem -> problem.contains("damaged") && problem.contains("backup"));
        assertThat(Lessons.of(hivemind)).as(what).isEqualTo(lessons);
      }
      assertThat(Files.readAllBytes(home.resolve("aside/" + i + "/data/hivemind.mv.db")))
          .as(what)
          .isEqualTo(damaged);
    }
    try (Hivemind hivemind = Hivemind.open(home)) {
      assertThat(hivemind.status().problems()).isEmpty();
    }
    System.out.println(2 * DAMAGES + " damaged databases, all noticed, 0 lessons lost");
  }

  @Test
  void damage_withoutABackup_isThrownAndTheDatabaseLeftAlone() throws IOException {
    taught();
    Homes.delete(home.resolve("backups"));
    byte[] damaged = Damage.some(random, true).to(Homes.database(home));

    assertThatThrownBy(() -> Hivemind.open(home))
        .isInstanceOf(DamagedStoreException.class)
        .hasMessageContaining(Homes.database(home).toString())
        .hasMessageContaining("left as it was");

    assertThat(Files.readAllBytes(Homes.database(home))).isEqualTo(damaged);
    assertThat(home.resolve("aside")).doesNotExist();
    assertThat(home.resolve("data-new")).doesNotExist();
  }

  @Test
  void backup_damagedToo_isPassedOverForAnOlderOne() throws IOException {
    Map<String, Skill> lessons = taught();
    Path good = home.resolve("backups/000001.backup");
    Path bad = home.resolve("backups/000002.backup");
    Files.write(bad, java.util.Arrays.copyOf(Files.readAllBytes(good), 700));
    Damage.some(random, false).to(Homes.database(home));

    try (Hivemind hivemind = Hivemind.open(home)) {
      assertThat(Lessons.of(hivemind)).isEqualTo(lessons);
    }
    Files.delete(good);
    Damage.some(random, false).to(Homes.database(home));
    assertThatThrownBy(() -> Hivemind.open(home)).isInstanceOf(DamagedStoreException.class);
  }

  @Test
  void recovery_brokenOff_isFinishedOrBegunAnew() throws IOException {
    Map<String, Skill> lessons = taught();
    // Dead between the two moves.
    Files.move(home.resolve("data"), home.resolve("data-new"));
    try (Hivemind hivemind = Hivemind.open(home)) {
      assertThat(Lessons.of(hivemind)).isEqualTo(lessons);
    }
    // Dead while the new one was made.
    Files.createDirectory(home.resolve("data-new"));
    Files.writeString(home.resolve("data-new/hivemind.mv.db"), "half");
    try (Hivemind hivemind = Hivemind.open(home)) {
      assertThat(Lessons.of(hivemind)).isEqualTo(lessons);
    }
    assertThat(home.resolve("data-new")).doesNotExist();
    assertThat(home.resolve("aside")).doesNotExist();
  }

  @Test
  void restore_brokenOff_leavesAnEmptyHome() throws IOException {
    Files.createDirectories(home.resolve("data"));
    Files.createDirectory(home.resolve("data-new"));
    Files.writeString(home.resolve("data-new/hivemind.mv.db"), "half");
    try (Hivemind hivemind = Hivemind.open(home)) {
      assertThat(Lessons.of(hivemind)).isEmpty();
      assertThat(hivemind.status().problems()).isEmpty();
    }
  }

  /** Killed while a restore fills the home: nothing half is ever taken for whole. */
  @Test
  void restore_isNeverSeenHalf() throws IOException {
    taught();
    Path backup = home.resolve("backups/000001.backup");
    Path other = home.resolve("other");
    try (Hivemind hivemind =
        Hivemind.builder().home(other).storage(new LookingOn(other)).restore(backup).open()) {
      assertThat(Lessons.of(hivemind)).isNotEmpty();
    }
  }

  /** Sees to it that what is being filled has not yet the only claim to the place. */
  private record LookingOn(Path home) implements StorageProvider {
    @Override
    public Storage open(Path directory) {
      return new H2Storage().open(directory);
    }

    @Override
    public void restore(Path backup, Path directory) {
      assertThat(directory).isEqualTo(home.resolve("data-new"));
      assertThat(home.resolve("data")).isEmptyDirectory();
      new H2Storage().restore(backup, directory);
    }
  }

  @Test
  void published_afterTheBackup_comesBackFromTheFiles() throws IOException {
    List<Skill> kept;
    try (Hivemind hivemind = Hivemind.open(home)) {
      Homes.teach(hivemind, "refund", "Check the settlement window before you refund.");
      hivemind.flush(Homes.PATIENCE);
    }
    try (Hivemind hivemind = Hivemind.open(home)) {
      Skill first = hivemind.skills(Homes.SCOPE).list().get(0);
      String words = first.text().replace("settlement window", "settlement calendar");
      hivemind.skills(Homes.SCOPE).edit(first.name(), words, Homes.ANA);
      Homes.teach(hivemind, "book_room", "Ask the front desk first, rooms are held by hand.");
      hivemind.flush(Homes.PATIENCE);
      kept = hivemind.skills(Homes.SCOPE).list();
      assertThat(kept).hasSize(2);
    }
    Damage.some(random, false).to(Homes.database(home));

    try (Hivemind hivemind = Hivemind.open(home)) {
      hivemind.codify(Homes.SCOPE);
      List<Skill> back = hivemind.skills(Homes.SCOPE).list();
      assertThat(back)
          .extracting(Skill::text)
          .containsExactlyInAnyOrderElementsOf(kept.stream().map(Skill::text).toList());
      assertThat(Homes.ask(hivemind, "refund", "asking").text()).contains("settlement calendar");
    }
    for (Skill skill : kept) {
      assertThat(Homes.files(home.resolve("skills")))
          .anyMatch(file -> Homes.text(file).equals(skill.text()));
    }
  }
}
