package dev.hivemind.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Status;
import dev.hivemind.Status.Counter;
import dev.hivemind.ToolStatus;
import dev.hivemind.store.jdbc.JdbcStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One process of a {@link Cluster}. Its agents take a turn every five seconds or so: a prompt, a
 * recall, a call, a recall before it, its result, an answer: five events with a kilobyte of result.
 * Every ten seconds a person corrects one. Each process asks for the lessons of the next one until
 * they come to mind: what is timed begins with the correction. The clocks are those of one machine.
 * The first minute, in which code is loaded and compiled, is counted and not timed.
 */
public final class ClusterMember {
  static final int AGENTS = 25;
  static final List<String> TIMED = List.of("record", "recall", "elsewhere");

  private static final Scope SCOPE = Scope.of("cluster");
  private static final long TURN = TimeUnit.SECONDS.toNanos(5);
  private static final long CORRECTION = TimeUnit.SECONDS.toNanos(10);
  private static final long WARM_UP = TimeUnit.MINUTES.toNanos(1);
  private static final long ASKING = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int WORDS = 150;

  private final Hivemind hivemind;
  private final int number;
  private final Path folder;
  private final SplittableRandom random;
  private final MadeUpText text;
  private final long begun = System.nanoTime();
  private final List<String> ids = new ArrayList<>();
  private final Map<String, List<String>> times = new LinkedHashMap<>();
  private int corrections;
  private int asked;
  private long unheard;

  private ClusterMember(Hivemind hivemind, int number, Path folder) {
    this.hivemind = hivemind;
    this.number = number;
    this.folder = folder;
    this.random = new SplittableRandom(number);
    this.text = new MadeUpText(new SplittableRandom(number));
    TIMED.forEach(what -> times.put(what, new ArrayList<>()));
  }

  /** Runs one: URL of the database, number, minutes, and the folder for what it has to say. */
  public static void main(String[] arguments) throws IOException {
    int number = Integer.parseInt(arguments[1]);
    long nanos = TimeUnit.MINUTES.toNanos(Integer.parseInt(arguments[2]));
    try (HikariDataSource pool = pool(arguments[0], 5);
        Hivemind hivemind =
            Hivemind.builder()
                .sharedStorage(() -> JdbcStorage.open(pool))
                .activeSkills(10_000)
                .deadlines(Duration.ofSeconds(1), Duration.ofSeconds(1))
                .open()) {
      new ClusterMember(hivemind, number, Path.of(arguments[3])).run(nanos);
    }
  }

  static HikariDataSource pool(String url, int connections) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(connections);
    return new HikariDataSource(config);
  }

  private void run(long nanos) throws IOException {
    long[] next = new long[AGENTS];
    for (int agent = 0; agent < AGENTS; agent++) {
      next[agent] = begun + random.nextLong(TURN);
    }
    long correction = begun + random.nextLong(CORRECTION);
    while (System.nanoTime() - begun < nanos) {
      long now = System.nanoTime();
      for (int agent = 0; agent < AGENTS; agent++) {
        if (now - next[agent] >= 0) {
          turn(agent);
          next[agent] += TURN / 2 + random.nextLong(TURN);
        }
      }
      if (now - correction >= 0) {
        correct();
        correction += CORRECTION;
      }
      ask();
      LockSupport.parkNanos(ASKING);
    }
    end();
  }

  private void turn(int agent) {
    Session session = Session.of(SCOPE, number + "-" + agent).by(Author.operator("p" + agent));
    String task = text.words(12);
    record(session.prompt(task));
    recall(RecallContext.of(session, task));
    String call = "c" + ids.size();
    String tool = "tool_" + random.nextInt(20);
    String arguments = "{\"query\":\"" + text.words(4) + "\"}";
    recall(RecallContext.of(session, task).beforeTool(tool, arguments));
    record(session.toolCall(call, tool, arguments));
    record(session.toolResult(call, ToolStatus.OK, text.words(WORDS)));
    record(session.response(text.words(30)));
    record(session.turnEnd());
  }

  private void record(AgentEvent event) {
    long start = System.nanoTime();
    ids.add(hivemind.record(event));
    timed("record", start);
  }

  private void recall(RecallContext context) {
    long start = System.nanoTime();
    hivemind.recall(context);
    timed("recall", start);
  }

  private void timed(String what, long start) {
    timed(what, (System.nanoTime() - start) / 1e6);
  }

  private void timed(String what, double millis) {
    if (System.nanoTime() - begun > WARM_UP) {
      times.getOrDefault(what, new ArrayList<>()).add(Double.toString(millis));
    }
  }

  private static Scope scope(int member, int lesson) {
    return Scope.of("cluster/m" + member + "/l" + lesson);
  }

  private void correct() throws IOException {
    int lesson = corrections++;
    Session session = Session.of(scope(number, lesson), "s" + lesson).by(Author.operator("ana"));
    record(session.prompt("ship parcel " + lesson));
    record(session.toolCall("c", "ship_parcel", "{\"parcel\":" + lesson + "}"));
    record(session.toolResult("c", ToolStatus.OK, "shipped"));
    Path said = folder.resolve(number + "-" + lesson + ".said");
    Path draft = folder.resolve(number + "-" + lesson + ".draft");
    Files.writeString(draft, Long.toString(System.currentTimeMillis()));
    record(session.correction("c", "Ship parcels with the insured carrier, always."));
    Files.move(draft, said);
  }

  /** Asks for the lesson of the next process that was not heard of yet. */
  private void ask() throws IOException {
    int other = (number + 1) % Cluster.MEMBERS;
    Path said = folder.resolve(other + "-" + asked + ".said");
    if (!Files.exists(said)) {
      return;
    }
    Session session =
        Session.of(scope(other, asked), "asking" + number + "-" + unheard++)
            .by(Author.operator("ben"));
    RecallContext context =
        RecallContext.of(session, "ship parcel " + asked)
            .beforeTool("ship_parcel", "{\"parcel\":" + asked + "}");
    if (!hivemind.recall(context).text().isEmpty()) {
      long since = System.currentTimeMillis() - Long.parseLong(Files.readString(said));
      timed("elsewhere", (double) since);
      asked++;
    }
  }

  private void end() throws IOException {
    boolean complete = hivemind.flush(Duration.ofMinutes(2)).complete();
    Status status = hivemind.status();
    if (!status.problems().isEmpty()) {
      System.err.println("member " + number + ": " + status.problems());
    }
    Map<String, Long> counts = new TreeMap<>();
    counts.put("flushes_complete", complete ? 1L : 0L);
    counts.put("corrections", (long) corrections);
    counts.put("heard_elsewhere", (long) asked);
    for (Counter counter :
        List.of(
            Counter.STORED,
            Counter.DROPPED_QUEUE_FULL,
            Counter.DROPPED_STORE_FAILED,
            Counter.RECALLS_LATE,
            Counter.FAILURES)) {
      counts.put(counter.name().toLowerCase(Locale.ROOT), status.count(counter));
    }
    Files.write(
        folder.resolve(number + ".counts"),
        counts.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).toList());
    Files.write(folder.resolve(number + ".ids"), ids);
    for (Map.Entry<String, List<String>> one : times.entrySet()) {
      Files.write(folder.resolve(number + "." + one.getKey()), one.getValue());
    }
  }
}
