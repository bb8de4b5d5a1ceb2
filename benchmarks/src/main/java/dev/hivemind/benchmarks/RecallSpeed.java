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
 * distinct questions, after as many to warm up. Skills and questions are made up of words as
 * frequent as words are (Zipf, exponent 1), seed 1; every question borrows half its words from one
 * skill, so that there is something to find and to render.
 */
final class RecallSpeed {
  private static final int SKILLS = 10_000;
  private static final int QUESTIONS = 1_000;
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
      long start = System.nanoTime();
      try (engine;
          Hivemind hivemind = open(store, engine)) {
        figure("recall.open_ms", (System.nanoTime() - start) / 1e6);
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

  private void measure(Hivemind hivemind, String name, int words) {
    ask(hivemind, words);
    double[] microseconds = ask(hivemind, words);
    Arrays.sort(microseconds);
    figure("recall." + name + "_p50_us", microseconds[QUESTIONS / 2]);
    figure("recall." + name + "_p99_us", microseconds[QUESTIONS * 99 / 100]);
  }

  private double[] ask(Hivemind hivemind, int words) {
    double[] microseconds = new double[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      RecallContext context = context(words);
      long start = System.nanoTime();
      hivemind.recall(context);
      microseconds[i] = (System.nanoTime() - start) / 1e3;
    }
    return microseconds;
  }

  private void again(Hivemind hivemind) {
    RecallContext context = context(300);
    double[] microseconds = new double[QUESTIONS];
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < QUESTIONS; i++) {
        long start = System.nanoTime();
        hivemind.recall(context);
        microseconds[i] = (System.nanoTime() - start) / 1e3;
      }
    }
    Arrays.sort(microseconds);
    figure("recall.again_p50_us", microseconds[QUESTIONS / 2]);
    figure("recall.again_p99_us", microseconds[QUESTIONS * 99 / 100]);
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
