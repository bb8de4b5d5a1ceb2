package dev.hivemind.cluster;

import static dev.hivemind.cluster.Shipping.PATIENCE;
import static dev.hivemind.cluster.Shipping.flush;
import static dev.hivemind.cluster.Shipping.recalls;
import static dev.hivemind.cluster.Shipping.teach;
import static dev.hivemind.cluster.Shipping.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.Hivemind;
import dev.hivemind.HivemindBuilder;
import dev.hivemind.HivemindException;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.Status;
import dev.hivemind.Status.Counter;
import dev.hivemind.Status.Health;
import dev.hivemind.store.jdbc.JdbcStorage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What a failing database costs: agents go on, recall answers from the copy at hand, nothing
 * confirmed is lost or doubled, and all goes on by itself when the database is back.
 *
 * <p>An outage lasts {@code -Dhivemind.outage=} milliseconds, a second and a half by default.
 */
class OutageTest {
  private static final long OUTAGE = Long.getLong("hivemind.outage", 1_500);
  private static final Duration RECORDING = Duration.ofMillis(100);

  private final Postgres database = new Postgres();
  private final TcpProxy way = new TcpProxy(database.port());
  private final List<Hivemind> hiveminds = new ArrayList<>();
  private final Set<String> recorded = new HashSet<>();

  @AfterEach
  void closeAll() {
    way.back();
    way.slow(0);
    hiveminds.forEach(Hivemind::close);
    way.close();
    database.close();
  }

  private HivemindBuilder builder() {
    return Hivemind.builder()
        .deadlines(Duration.ofSeconds(1), Duration.ofSeconds(1))
        .sharedStorage(() -> JdbcStorage.open(database.plainPool(way.port())));
  }

  private Hivemind opened(Hivemind hivemind) {
    hiveminds.add(hivemind);
    return hivemind;
  }

  /** Opens one that has learned something, and one that looks on past the proxy. */
  private Hivemind taught() {
    Hivemind hivemind = opened(builder().open());
    teach(hivemind, "oslo");
    flush(hivemind);
    assertThat(recalls(hivemind, "oslo")).isTrue();
    return hivemind;
  }

  private void record(Hivemind hivemind, int events) {
    Session session = Session.of(Shipping.SCOPE, "long").by(Shipping.ANA);
    for (int i = 0; i < events; i++) {
      recorded.add(hivemind.record(session.response("parcel " + i + " is on its way")));
    }
  }

  /** Nothing lost: everything recorded is stored; nothing doubled: the key sees to that, and we. */
  private void expectEverythingOnce() {
    List<String> stored =
        database.query("SELECT id FROM hivemind_event WHERE kind = 'response' ORDER BY position");
    assertThat(stored).hasSize(recorded.size());
    assertThat(Set.copyOf(stored)).isEqualTo(recorded);
  }

  private void expectOneSkill(String name) {
    Hivemind other = opened(Hivemind.builder().sharedStorage(() -> database.storage()).open());
    List<Skill> skills = other.skills(Shipping.scope(name)).list();
    assertThat(skills).as(name).hasSize(1);
    assertThat(skills.get(0).evidence()).as(name).hasSize(1);
  }

  private void during(Runnable outage) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(OUTAGE);
    do {
      outage.run();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    } while (System.nanoTime() < end);
  }

  @Test
  void databaseAway_agentsGoOn_andAllIsThereAfterwards() {
    Hivemind hivemind = taught();
    way.away();
    teach(hivemind, "rome");
    during(
        () -> {
          long start = System.nanoTime();
          record(hivemind, 50);
          assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(RECORDING);
          assertThat(recalls(hivemind, "oslo")).isTrue();
        });
    assertThat(hivemind.flush(Duration.ofMillis(50)).complete()).isFalse();
    assertThat(hivemind.status().health()).isEqualTo(Health.DEGRADED);
    way.back();
    flush(hivemind);
    expectEverythingOnce();
    assertThat(recalls(hivemind, "rome")).isTrue();
    expectOneSkill("rome");
  }

  @Test
  void databaseAway_memoryStaysBounded_andWhatIsDroppedIsCounted() {
    Hivemind hivemind = opened(builder().queueBytes(64 << 10).open());
    flush(hivemind);
    way.away();
    record(hivemind, 20_000);
    Status status = hivemind.status();
    assertThat(status.queuedBytes()).isLessThanOrEqualTo(64 << 10);
    assertThat(status.count(Counter.DROPPED_QUEUE_FULL)).isPositive();
    way.back();
    flush(hivemind);
    long kept = 20_000 - status.count(Counter.DROPPED_QUEUE_FULL);
    assertThat(database.query("SELECT id FROM hivemind_event WHERE kind = 'response'"))
        .hasSize((int) kept);
  }

  @Test
  void databaseAway_whatOthersLearnedMeanwhile_isRecalledAfterwards() {
    Hivemind hivemind = taught();
    way.away();
    Hivemind other = opened(Hivemind.builder().sharedStorage(() -> database.storage()).open());
    teach(other, "rome");
    flush(other);
    assertThat(recalls(hivemind, "rome")).isFalse();
    way.back();
    until(Duration.ofSeconds(10), () -> recalls(hivemind, "rome"));
  }

  @Test
  void commitsCut_beforeTheyArrive_loseAndDoubleNothing() {
    cutAtCommits(() -> way.cutBeforeCommits(7));
  }

  @Test
  void commitsCut_beforeTheyAreConfirmed_loseAndDoubleNothing() {
    cutAtCommits(() -> way.cutAfterCommits(7));
  }

  private void cutAtCommits(Runnable cut) {
    Hivemind hivemind = taught();
    cut.run();
    for (int i = 0; way.cutsToCome() > 0; i++) {
      assertThat(i).isLessThan(200);
      record(hivemind, 10);
      teach(hivemind, "town" + i);
      hivemind.flush(Duration.ofSeconds(1));
      flushed(hivemind, i);
    }
    flush(hivemind);
    expectEverythingOnce();
    expectOneSkill("town0");
  }

  private static void flushed(Hivemind hivemind, int i) {
    flush(hivemind);
    assertThat(recalls(hivemind, "town" + i)).isTrue();
  }

  @Test
  void databaseSlow_agentsDoNotNotice() {
    Hivemind hivemind = taught();
    way.slow(100);
    long start = System.nanoTime();
    record(hivemind, 1_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    assertThat(recalls(hivemind, "oslo")).isTrue();
    flush(hivemind);
    expectEverythingOnce();
  }

  @Test
  void databaseReadOnly_isWaitedFor() {
    failing(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN RAISE EXCEPTION USING ERRCODE = '25006'; END $$",
        "refuse");
  }

  @Test
  void diskFull_isWaitedFor() {
    failing(
        "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS"
            + " $$ BEGIN RAISE EXCEPTION USING ERRCODE = '53100'; END $$",
        "refuse");
  }

  @Test
  void serializationFailures_areTriedAgain() {
    database.execute("CREATE SEQUENCE tries");
    database.execute(
        "CREATE FUNCTION clash() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            + " IF mod(nextval('tries'), 3) > 0 THEN RAISE EXCEPTION USING ERRCODE = '40001';"
            + " END IF; RETURN NULL; END $$");
    Hivemind hivemind = opened(builder().open());
    on("clash", "counter");
    for (int i = 0; i < 5; i++) {
      record(hivemind, 10);
      teach(hivemind, "town" + i);
      flush(hivemind);
    }
    expectEverythingOnce();
    IntStream.range(0, 5).forEach(i -> expectOneSkill("town" + i));
    assertThat(hivemind.status().problems()).isEmpty();
  }

  private void on(String function, String... tables) {
    for (String table : tables) {
      database.execute(
          "CREATE TRIGGER failing AFTER INSERT OR UPDATE ON hivemind_%s EXECUTE FUNCTION %s()"
              .formatted(table, function));
    }
  }

  private void failing(String definition, String function) {
    Hivemind hivemind = taught();
    database.execute(definition);
    on(function, "event", "skill", "checkpoint");
    teach(hivemind, "rome");
    during(
        () -> {
          record(hivemind, 20);
          assertThat(recalls(hivemind, "oslo")).isTrue();
        });
    assertThat(recalls(hivemind, "rome")).isFalse();
    database.execute("DROP FUNCTION " + function + " CASCADE");
    flush(hivemind);
    expectEverythingOnce();
    assertThat(recalls(hivemind, "rome")).isTrue();
    expectOneSkill("rome");
  }

  @Test
  void databaseAwayAtStart_isSaid() {
    way.away();
    assertThatThrownBy(() -> builder().open())
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("reach the database")
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void databaseAwayAtStart_whereTheHostChoseThat_isANoopUntilItIsBack() {
    way.away();
    Hivemind hivemind = opened(builder().openOrNoop());
    teach(hivemind, "lost");
    assertThat(recalls(hivemind, "lost")).isFalse();
    assertThat(hivemind.status().health()).isEqualTo(Health.NOOP);
    assertThat(hivemind.status().problems().get(0)).contains("reach the database");
    assertThat(hivemind.status().count(Counter.DROPPED_STORE_FAILED)).isEqualTo(4);
    way.back();
    until(PATIENCE, () -> hivemind.status().health() == Health.UP);
    teach(hivemind, "oslo");
    flush(hivemind);
    assertThat(recalls(hivemind, "oslo")).isTrue();
    assertThat(hivemind.status().count(Counter.DROPPED_STORE_FAILED)).isEqualTo(4);
  }

  @Test
  void openOrNoop_closedWhileItWaits_leavesNoThread() {
    way.away();
    Hivemind hivemind = builder().openOrNoop();
    hivemind.close();
    until(
        PATIENCE,
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("hivemind-opening")));
  }
}
