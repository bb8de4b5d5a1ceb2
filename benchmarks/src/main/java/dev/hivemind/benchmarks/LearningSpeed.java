package dev.hivemind.benchmarks;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.ToolStatus;
import dev.hivemind.core.event.StoredEvent;
import dev.hivemind.core.mine.Miner;
import dev.hivemind.examples.transcripts.Moment;
import dev.hivemind.examples.transcripts.Transcript;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** How many events a second are mined, and how long a correction takes until it is recalled. */
final class LearningSpeed {
  private static final int ROUNDS = 5;
  private static final int CORRECTIONS = 200;
  private static final long PATIENCE_NANOS = 5_000_000_000L;
  private static final long PAUSE_NANOS = 200_000;

  private LearningSpeed() {}

  static void run(Path data, Report report) {
    double[] rates = rates(events(data.resolve("transcripts")));
    report.figure("mining.events_per_second", "all", Bootstrap.mean(rates));
    double[] latencies = latencies();
    report.figure("learning.write_to_active_p50_ms", "all", percentile(latencies, .5));
    report.figure("learning.write_to_active_p99_ms", "all", percentile(latencies, .99));
  }

  private static List<Moment> events(Path folder) {
    List<Moment> events = new ArrayList<>();
    PrintStream quiet =
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    try {
      Transcript.each(folder, quiet, one -> events.addAll(one.moments()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + folder, e);
    }
    return events;
  }

  // The first round warms the code up and is left out.
  private static double[] rates(List<Moment> events) {
    double[] rates = new double[ROUNDS];
    for (int round = -1; round < ROUNDS; round++) {
      Miner miner = new Miner();
      long start = System.nanoTime();
      for (int i = 0; i < events.size(); i++) {
        Moment moment = events.get(i);
        miner.observe(new StoredEvent(i + 1, "e" + i, moment.at(), moment.event()));
      }
      if (round >= 0) {
        rates[round] = events.size() / ((System.nanoTime() - start) / 1e9);
      }
    }
    return rates;
  }

  private static double[] latencies() {
    double[] latencies = new double[CORRECTIONS];
    try (Mind mind = new Mind(builder -> builder.activeSkills(2 * CORRECTIONS))) {
      for (int i = 0; i < CORRECTIONS; i++) {
        latencies[i] = latency(mind.hivemind(), i);
      }
    }
    return latencies;
  }

  private static double latency(Hivemind hivemind, int number) {
    Scope scope = Scope.of("speed/" + number);
    Session session = Session.of(scope, "s" + number).by(Author.operator("somebody"));
    String task = "ship parcel " + number;
    List<AgentEvent> before =
        List.of(
            session.prompt(task),
            session.toolCall("c", "ship_parcel", "{\"parcel\":" + number + "}"),
            session.toolResult("c", ToolStatus.OK, "shipped"));
    before.forEach(hivemind::record);
    long start = System.nanoTime();
    hivemind.record(session.correction("c", "Ship parcels with the insured carrier, always."));
    RecallContext asking =
        RecallContext.of(session, task).beforeTool("ship_parcel", "{\"parcel\":" + number + "}");
    while (hivemind.recall(asking).text().isEmpty() && System.nanoTime() - start < PATIENCE_NANOS) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static Estimate percentile(double[] values, double share) {
    return Bootstrap.of(
        values.length,
        sample -> {
          double[] sorted = IntStream.of(sample).mapToDouble(i -> values[i]).toArray();
          Arrays.sort(sorted);
          return sorted[(int) Math.min(sorted.length - 1.0, Math.floor(share * sorted.length))];
        });
  }
}
