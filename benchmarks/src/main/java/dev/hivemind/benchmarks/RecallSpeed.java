package dev.hivemind.benchmarks;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.testkit.InMemoryEventStore;
import dev.hivemind.testkit.InMemorySkillStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How long a recall takes in a large library, one thread, rendering included: new sessions ask
 * distinct questions, after five times as many to warm up. Skills and questions are made up of
 * words as frequent as words are (Zipf, exponent 1), seed 1; every question borrows half its words
 * from one skill, so that there is something to find and to render.
 *
 * <p>Each figure by the clock on the wall and, as {@code _cpu_}, in the processor time of the
 * asking thread, of opening in that of the whole process: on a machine with other work the first
 * measures that work too.
 */
final class RecallSpeed {
  private static final int SKILLS = 10_000;
  private static final int QUESTIONS = 1_000;
  private static final int WARMING_UP = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Scope SCOPE = Scope.of("speed");
  private static final Author PERSON = Author.operator("benchmark");

  private final Report report;
  private final MadeUpText text = new MadeUpText(new SplittableRandom(1));
  private String[] skills = {};
  private int sessions;

  private RecallSpeed(Report report) {
    this.report = report;
  }

  static void run(Report report) {
    new RecallSpeed(report).run();
  }

  private void run() {
    SkillStore store = new InMemorySkillStore();
    try (IndexDirectory directory = new IndexDirectory()) {
      skills = ManySkills.into(store, SCOPE, text, SKILLS);
      index(store, directory);
      report.progress("speed: " + SKILLS + " skills are indexed");
      RecallEngine engine = directory.engine();
      Stopwatch watch = Stopwatch.ofProcess();
      try (engine;
          Hivemind hivemind = open(store, engine)) {
        figure("recall.open_ms", watch.wallMicroseconds() / 1e3);
        figure("recall.open_cpu_ms", watch.cpuMicroseconds() / 1e3);
        first(hivemind);
        measure(hivemind, "words10", 10);
        measure(hivemind, "words300", 300);
        again(hivemind);
      }
    }
  }

  // The first open on an empty index feeds it; the one that is measured finds it there.
  private static void index(SkillStore store, IndexDirectory directory) {
    try (RecallEngine engine = directory.engine();
        Hivemind hivemind = open(store, engine)) {
      hivemind.flush(PATIENCE);
    }
  }

  private static Hivemind open(SkillStore store, RecallEngine engine) {
    return Hivemind.builder()
        .eventStore(new InMemoryEventStore())
        .skillStore(store)
        .recallEngine(engine)
        .deadlines(PATIENCE, PATIENCE)
        .open();
  }

  // What an agent waits for that asks right after a start.
  private void first(Hivemind hivemind) {
    RecallContext context = context(10);
    Stopwatch watch = Stopwatch.ofThread();
    hivemind.recall(context);
    figure("recall.first_us", watch.wallMicroseconds());
    figure("recall.first_cpu_us", watch.cpuMicroseconds());
  }

  private void measure(Hivemind hivemind, String name, int words) {
    for (int i = 0; i < WARMING_UP; i++) {
      ask(hivemind, words);
    }
    ask(hivemind, words).report("recall." + name);
  }

  private Times ask(Hivemind hivemind, int words) {
    Times times = new Times();
    for (int i = 0; i < QUESTIONS; i++) {
      times.take(i, hivemind, context(words));
    }
    return times;
  }

  private void again(Hivemind hivemind) {
    RecallContext context = context(300);
    Times times = new Times();
    for (int i = 0; i < 10 * QUESTIONS; i++) {
      times.take(i % QUESTIONS, hivemind, context);
    }
    times.report("recall.again");
  }

  /** How long each of so many recalls took, in microseconds. */
  private final class Times {
    private final double[] wall = new double[QUESTIONS];
    private final double[] cpu = new double[QUESTIONS];

    void take(int place, Hivemind hivemind, RecallContext context) {
      Stopwatch watch = Stopwatch.ofThread();
      hivemind.recall(context);
      cpu[place] = watch.cpuMicroseconds();
      wall[place] = watch.wallMicroseconds();
    }

    void report(String metric) {
      report(metric, wall);
      report(metric + "_cpu", cpu);
    }

    private void report(String metric, double[] microseconds) {
      Arrays.sort(microseconds);
      figure(metric + "_p50_us", microseconds[QUESTIONS / 2]);
      figure(metric + "_p99_us", microseconds[QUESTIONS * 99 / 100]);
    }
  }

  private RecallContext context(int words) {
    Session session = Session.of(SCOPE, "s" + sessions++).by(PERSON);
    String from = skills[text.below(SKILLS)];
    return RecallContext.of(session, text.words(words / 2) + " " + text.some(from, words / 2));
  }

  private void figure(String metric, double value) {
    report.figure(metric, "all", new Estimate(value, QUESTIONS, value, value));
  }
}
