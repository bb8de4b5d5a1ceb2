package dev.hivemind.store.h2;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.HivemindException;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.Storage;
import dev.hivemind.store.jdbc.Dialect;
import dev.hivemind.store.jdbc.JdbcStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.h2.engine.Constants;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills that must lose rows, with a version of H2 that is known to: the proof that such tests bite.
 * Runs in the profile {@code h2-that-loses} alone; {@code -Dhivemind.kills=} says how many kills at
 * most, the first after which an acknowledged row is missing ends it.
 */
@EnabledIfSystemProperty(named = "hivemind.h2.loses", matches = "true")
class KnownLossTest {
  private static final int KILLS = Integer.getInteger("hivemind.kills", 75);

  @TempDir private Path directory;

  @Test
  void process_killed_losesRowsThatWereAcknowledged() throws Exception {
    long seed = Long.getLong("hivemind.seed", 7);
    Random random = new Random(seed);
    int kills = 0;
    int acknowledged = 0;
    int unreadable = 0;
    Loss loss = new Loss(0, 0);
    while (loss.rows() == 0 && kills < KILLS) {
      kills++;
      Path home = Files.createTempDirectory(directory, "home");
      List<String> groups = acknowledged(home, 5 + random.nextInt(200));
      acknowledged += groups.size() * TwoWriters.GROUP;
      Loss found = look(home, groups);
      unreadable += found.equals(all(groups)) ? 1 : 0;
      loss = loss.and(found);
    }
    System.out.println(
        "H2 %s, %s kills: %s of %s acknowledged rows lost, %s groups torn, %s homes unreadable"
            .formatted(
                Constants.VERSION, kills, loss.rows(), acknowledged, loss.torn(), unreadable));
    assertThat(loss.rows()).as("-Dhivemind.seed=" + seed).isPositive();
  }

  /**
   * Rows that cannot be read, not even when the database is opened again, are lost to whoever asks.
   */
  private static Loss look(Path home, List<String> groups) throws SQLException {
    try {
      return loss(home, groups);
    } catch (HivemindException once) {
      try {
        return loss(home, groups);
      } catch (HivemindException twice) {
        System.out.println("opened twice: " + twice.getMessage());
        return all(groups);
      }
    }
  }

  private static Loss all(List<String> groups) {
    return new Loss((long) groups.size() * TwoWriters.GROUP, 0);
  }

  /** Acknowledged rows that are not there, and groups that are there in part. */
  private record Loss(long rows, long torn) {
    Loss and(Loss other) {
      return new Loss(rows + other.rows, torn + other.torn);
    }
  }

  private static List<String> acknowledged(Path home, int lines)
      throws IOException, InterruptedException {
    try (ChildProcess writer = ChildProcess.run(TwoWriters.class, home.toString())) {
      List<String> all = new ArrayList<>(writer.lines(lines));
      all.addAll(writer.kill());
      return all;
    }
  }

  private static Loss loss(Path home, List<String> acknowledged) throws SQLException {
    JdbcConnectionPool pool = TwoWriters.pool(home);
    try (Storage storage = JdbcStorage.open(pool, Dialect.H2)) {
      Map<String, Long> there = new HashMap<>();
      for (String workspace : List.of("one", "two")) {
        for (EventRow row : storage.events().read(workspace, 0, Integer.MAX_VALUE)) {
          String group = row.id().substring(0, row.id().indexOf('-') + 1);
          there.merge(workspace + " " + group, 1L, Long::sum);
        }
      }
      return new Loss(
          acknowledged.stream()
              .mapToLong(group -> TwoWriters.GROUP - there.getOrDefault(group, 0L))
              .sum(),
          there.values().stream().filter(rows -> rows != TwoWriters.GROUP).count());
    } finally {
      pool.dispose();
    }
  }
}
