package dev.hivemind.benchmarks;

import dev.hivemind.Author;
import dev.hivemind.Hivemind;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.benchmarks.Scenario.Probe;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Stories end to end: what is shown afterwards, and what was learned. */
final class ScenarioQuality {
  static final String FILE = "scenarios/scenarios.jsonl";

  /** One case of one figure: a probe or a scenario. */
  private record Case(String scenario, String set, double value) {}

  private final Report report;
  private final Map<String, List<Case>> cases = new LinkedHashMap<>();

  private ScenarioQuality(Report report) {
    this.report = report;
  }

  static void run(Path data, Report report) {
    ScenarioQuality quality = new ScenarioQuality(report);
    String fence = fence();
    for (Scenario scenario : Scenario.all(data.resolve(FILE))) {
      quality.play(scenario, fence);
    }
    quality.print();
  }

  // The real fence, as anybody gets it: around a lesson that was recalled.
  private static String fence() {
    String text = "---\nname: greet-politely\ndescription: Greet politely\n---\nGreet politely.\n";
    try (Mind mind = new Mind()) {
      Scope scope = Scope.of("fence");
      Author author = Author.operator("somebody");
      mind.hivemind().skills(scope).add(text, author);
      Recall recall =
          mind.hivemind()
              .recall(RecallContext.of(Session.of(scope, "s").by(author), "greet politely, greet"));
      int from = recall.text().indexOf('\n');
      int to = recall.text().lastIndexOf('\n');
      if (from < 0 || from == to) {
        throw new IllegalStateException("no fence around " + recall.text());
      }
      return recall.text().substring(0, from) + "\n%s\n" + recall.text().substring(to + 1);
    }
  }

  private void play(Scenario scenario, String fence) {
    try (Mind mind = new Mind()) {
      // Sessions are hours apart: what the library makes of one must not need the next.
      new Telling(mind.hivemind(), fence, mind::settle).tell(scenario);
      List<Skill> active =
          mind.hivemind().skills(Scope.of(scenario.scope())).list(SkillState.ACTIVE);
      learned(scenario, active, mind);
      int i = 0;
      for (Probe probe : scenario.probes()) {
        ask(scenario, probe, mind.hivemind(), "probe" + i++);
      }
    }
  }

  private void learned(Scenario scenario, List<Skill> active, Mind mind) {
    if (scenario.teaches()) {
      boolean right = active.stream().anyMatch(skill -> isTrue(scenario, skill.text()));
      add("scenarios.lesson_true", scenario, scenario.signal(), right);
      add("scenarios.lesson_true", scenario, "\0" + scenario.language(), right);
      Detail.say(() -> (right ? "LESSON-RIGHT " : "LESSON-WRONG ") + told(scenario, mind));
    } else {
      add("scenarios.taught_wrong", scenario, scenario.language(), !active.isEmpty());
      Detail.say(() -> (active.isEmpty() ? "NOTHING " : "TAUGHT ") + told(scenario, mind));
    }
  }

  private static String told(Scenario scenario, Mind mind) {
    return scenario.id()
        + " "
        + scenario.signal()
        + " must "
        + scenario.mustContain()
        + " not "
        + scenario.mustNotContain()
        + mind.hivemind().skills(Scope.of(scenario.scope())).list().stream()
            .map(one -> " ### " + one.state() + " " + one.text() + " " + one.reason())
            .toList()
        + mind.hivemind().codify(Scope.of(scenario.scope())).decisions().stream()
            .map(one -> " ### " + one.outcome() + " " + one.reason())
            .toList();
  }

  private static boolean isTrue(Scenario scenario, String text) {
    String low = text.substring(Math.max(0, text.indexOf("\n---\n", 3))).toLowerCase(Locale.ROOT);
    return contains(low, scenario.mustContain())
        && scenario.mustNotContain().stream()
            .noneMatch(word -> low.contains(word.toLowerCase(Locale.ROOT)))
        && low.contains(scenario.latest().toLowerCase(Locale.ROOT));
  }

  private static boolean contains(String low, List<String> words) {
    return words.stream().allMatch(word -> low.contains(word.toLowerCase(Locale.ROOT)));
  }

  private void ask(Scenario scenario, Probe probe, Hivemind hivemind, String id) {
    Session session = Session.of(Scope.of(probe.scope()), id).by(Telling.author(probe.author()));
    RecallContext context = RecallContext.of(session, probe.prompt());
    if (!probe.tool().isEmpty()) {
      context = context.beforeTool(probe.tool(), probe.arguments());
      context = scenario.sideEffects().contains(probe.tool()) ? context.sideEffecting() : context;
    }
    String shown = hivemind.recall(context).text();
    if (probe.expectsLesson()) {
      boolean right = contains(shown.toLowerCase(Locale.ROOT), scenario.mustContain());
      add("scenarios.prevented", scenario, scenario.signal(), right);
      add("scenarios.prevented", scenario, "\0" + scenario.language(), right);
      Detail.say(() -> (right ? "PREVENTED " : "MISSED ") + asked(scenario, probe, shown));
    } else {
      add("scenarios.false", scenario, probe.kind(), !shown.isEmpty());
      add("scenarios.false", scenario, "\0" + scenario.language(), !shown.isEmpty());
      Detail.say(() -> (shown.isEmpty() ? "SILENT " : "FALSE ") + asked(scenario, probe, shown));
    }
  }

  private static String asked(Scenario scenario, Probe probe, String shown) {
    return String.join(
        " | ",
        scenario.id(),
        scenario.signal(),
        probe.kind(),
        probe.prompt(),
        probe.tool(),
        probe.arguments(),
        shown);
  }

  private void add(String metric, Scenario scenario, String set, boolean value) {
    cases
        .computeIfAbsent(metric, key -> new ArrayList<>())
        .add(new Case(scenario.id(), set, value ? 1 : 0));
  }

  private void print() {
    for (Map.Entry<String, List<Case>> metric : cases.entrySet()) {
      List<Case> first = metric.getValue().stream().filter(one -> !byLanguage(one)).toList();
      figure(metric.getKey(), "all", first);
      metric.getValue().stream()
          .map(Case::set)
          .distinct()
          .sorted()
          .forEach(
              set ->
                  figure(
                      metric.getKey(),
                      set.replace("\0", ""),
                      metric.getValue().stream().filter(one -> one.set().equals(set)).toList()));
    }
  }

  private static boolean byLanguage(Case one) {
    return one.set().startsWith("\0");
  }

  private void figure(String metric, String set, List<Case> of) {
    Clusters clusters = new Clusters(of.stream().map(Case::scenario).toList());
    report.figure(metric, set, clusters.mean(of.stream().mapToDouble(Case::value).toArray()));
  }
}
