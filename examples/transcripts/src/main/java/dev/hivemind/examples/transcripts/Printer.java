package dev.hivemind.examples.transcripts;

import dev.hivemind.AgentEvent;
import dev.hivemind.CodifyReport;
import dev.hivemind.CodifyReport.Decision;
import dev.hivemind.CodifyReport.Outcome;
import dev.hivemind.Explanation;
import dev.hivemind.Hivemind;
import dev.hivemind.Skill;
import dev.hivemind.Status;
import dev.hivemind.Status.Counter;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints what was read, learned and recalled. */
final class Printer {
  private static final int LINE = 160;
  private static final int TEXTS = 3;

  private final PrintStream out;

  Printer(PrintStream out) {
    this.out = out;
  }

  void session(Transcript transcript, CodifyReport report) {
    List<Decision> decisions = report.decisions();
    out.println();
    out.println("== " + transcript.name() + ", " + transcript.lines() + " lines");
    out.println("  events    " + counts(transcript.events(), Printer::kind));
    out.println("  evidence  " + counts(report.evidence(), one -> words(one.kind())));
    out.println("  decided   " + counts(decisions, one -> words(one.outcome())));
    decisions.stream()
        .filter(one -> one.outcome() != Outcome.SKIP)
        .forEach(
            one ->
                out.printf(
                    "    %-5s %s (%s): %s%n",
                    words(one.outcome()), one.name(), words(one.state()), line(one.reason())));
    Map<String, Long> skipped =
        decisions.stream()
            .filter(one -> one.outcome() == Outcome.SKIP)
            .collect(
                Collectors.groupingBy(
                    one -> line(one.reason()), TreeMap::new, Collectors.counting()));
    skipped.forEach(
        (reason, times) ->
            out.printf("    skip  %s%s%n", times > 1 ? times + " times: " : "", reason));
  }

  void skills(List<Skill> skills, Map<String, Path> files) {
    List<Skill> written =
        skills.stream()
            .filter(skill -> files.containsKey(skill.name()))
            .sorted(
                Comparator.<Skill>comparingInt(skill -> -skill.evidence().size())
                    .thenComparing(Skill::name))
            .toList();
    heading("skills written: " + written.size() + ", the best founded first");
    for (Skill skill : written) {
      out.printf("%s, evidence %d%n", skill.name(), skill.evidence().size());
      out.println("    " + line(skill.description()));
      out.println("    " + files.get(skill.name()));
    }
    for (Skill skill : written.subList(0, Math.min(TEXTS, written.size()))) {
      out.println();
      out.println("-- " + files.get(skill.name()));
      block(skill.text());
    }
    List<Skill> waiting = skills.stream().filter(skill -> !written.contains(skill)).toList();
    heading("not written: " + waiting.size() + ", which wait for a second signal or a person");
    for (Skill skill : waiting) {
      out.printf("%s (%s): %s%n", skill.name(), words(skill.state()), line(skill.description()));
      out.println("    " + line(skill.reason()));
    }
  }

  void replay(Replay replay, int count, Hivemind hivemind) {
    heading("What recall would have said before " + count + " of the tool calls");
    int earlier = replay.from(Replay.Source.EARLIER).size();
    int other = replay.from(Replay.Source.OTHER).size();
    out.printf(
        "recalls: %d of %d tool calls, %d of them by what earlier sessions taught%n",
        earlier + other, replay.answers().size(), earlier);
    out.printf(
        "not counted: %d by what the call's own session taught, which was not known then%n",
        replay.from(Replay.Source.OWN).size());
    replay.chosen(count).forEach(answer -> answer(answer, hivemind));
  }

  private void answer(Replay.Answer answer, Hivemind hivemind) {
    out.println();
    out.printf("-- %s, %s%n", answer.transcript(), answer.at());
    out.println("   task  " + line(answer.context().task()));
    out.println("   call  " + line(answer.context().tool() + " " + answer.context().arguments()));
    if (answer.recall().skills().isEmpty()) {
      out.println("   (silent)");
      return;
    }
    out.printf(
        "   %s, %s%n",
        answer.recall().advice().getClass().getSimpleName(),
        answer.source() == Replay.Source.EARLIER
            ? "learned in an earlier session"
            : "learned in other sessions, some of them later");
    block(answer.recall().text());
    hivemind
        .explain(Transcript.SCOPE, answer.recall().id())
        .flatMap(why -> why.considered().stream().findFirst())
        .ifPresent(best -> out.println("   why   " + why(best)));
  }

  private static String why(Explanation.Considered best) {
    return String.format(
        Locale.ROOT,
        "%s, confidence %.2f: %s",
        best.name(),
        best.confidence(),
        line(best.reason()));
  }

  void lost(Status status) {
    for (Counter counter :
        List.of(
            Counter.DROPPED_QUEUE_FULL,
            Counter.DROPPED_STORE_FAILED,
            Counter.CUT,
            Counter.MASKED,
            Counter.FAILURES)) {
      if (status.count(counter) > 0) {
        out.println(words(counter) + ": " + status.count(counter));
      }
    }
    status.problems().forEach(problem -> out.println("problem: " + problem));
  }

  void heading(String text) {
    out.println();
    out.println("== " + text);
    out.println();
  }

  private void block(String text) {
    text.lines().forEach(line -> out.println("   | " + line));
  }

  /** Results and verdicts are told apart by what they say: that is what matters here. */
  private static String kind(AgentEvent event) {
    if (event instanceof AgentEvent.ToolResult result) {
      return "result " + words(result.status());
    }
    if (event instanceof AgentEvent.Approval approval) {
      return "call " + words(approval.verdict());
    }
    return event
        .getClass()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }

  private static <T> String counts(Collection<T> all, Function<T, String> kind) {
    Map<String, Long> counts =
        all.stream().collect(Collectors.groupingBy(kind, TreeMap::new, Collectors.counting()));
    return counts.isEmpty()
        ? "none"
        : counts.entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .collect(Collectors.joining(", "));
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String line(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LINE ? line : line.substring(0, LINE) + "...";
  }
}
