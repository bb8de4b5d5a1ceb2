package dev.hivemind.benchmarks;

import dev.hivemind.Author;
import dev.hivemind.Recall;
import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.SkillState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A stream of questions that are misunderstood unless the clarification for their type is recalled.
 * A failure costs one correction by an operator. Foreign prompts are mixed in, before which nothing
 * should be shown.
 */
final class LoopQuality {
  static final String FILE = "closed-loop/memprompt.jsonl";
  private static final double FOREIGN = .3;
  private static final int SEED = 1;

  private final Scope scope = Scope.of("loop");
  private final Author operator = Author.operator("teacher");
  private final Map<String, String> wanted;
  private int corrections;
  private final Map<String, Integer> byType = new TreeMap<>();
  private final List<Double> falseOnes = new ArrayList<>();

  private LoopQuality(Map<String, String> wanted) {
    this.wanted = wanted;
  }

  private record Question(String text, String answer, String type) {}

  static void run(Path data, Report report) {
    List<Question> questions =
        Lines.of(data.resolve(FILE)).stream()
            .map(
                one ->
                    new Question(
                        Lines.text(one, "ques"), Lines.text(one, "ans"), Lines.text(one, "type")))
            .toList();
    List<Question> stream = mixed(questions, foreign(data, (int) (FOREIGN * questions.size())));
    LoopQuality loop = new LoopQuality(wanted(questions));
    try (Mind mind = new Mind(builder -> builder.promptBudget(1, 1_500))) {
      for (int i = 0; i < stream.size(); i++) {
        loop.ask(mind, stream.get(i), "s" + i);
      }
      loop.print(mind, report, questions.size());
    }
  }

  private static List<String> foreign(Path data, int count) {
    Path file = data.resolve("skill-recall/clinc/queries.jsonl");
    List<String> prompts =
        Files.exists(file)
            ? Lines.of(file).stream().map(one -> Lines.text(one, "query")).toList()
            : List.of();
    return prompts.subList(0, Math.min(count, prompts.size()));
  }

  private static List<Question> mixed(List<Question> questions, List<String> foreign) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Question> stream = new ArrayList<>(questions);
    for (String prompt : foreign) {
      stream.add(random.nextInt(stream.size() + 1), new Question(prompt, "", ""));
    }
    return stream;
  }

  /** Returns what tells a type: the words all its answers begin with, before the asked word. */
  private static Map<String, String> wanted(List<Question> questions) {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (Question question : questions) {
      wanted.merge(question.type(), question.answer(), LoopQuality::commonWords);
    }
    return wanted;
  }

  private static String commonWords(String one, String other) {
    List<String> first = List.of(one.split(" "));
    List<String> second = List.of(other.split(" "));
    int same = 0;
    while (same < Math.min(first.size(), second.size())
        && first.get(same).equals(second.get(same))) {
      same++;
    }
    return String.join(" ", first.subList(0, same));
  }

  private void ask(Mind mind, Question question, String id) {
    Session session = Session.of(scope, id).by(operator);
    Recall recall = mind.hivemind().recall(RecallContext.of(session, question.text()));
    if (question.type().isEmpty()) {
      falseOnes.add(recall.text().isEmpty() ? 0.0 : 1.0);
      Detail.say(() -> "LOOP-FOREIGN " + question.text() + " => " + recall.text());
      return;
    }
    if (!isRight(recall.text(), question.type())) {
      Detail.say(
          () -> "LOOP-FAILED " + question.type() + " " + question.text() + " => " + recall.text());
      corrections++;
      byType.merge(question.type(), 1, Integer::sum);
      mind.hivemind().record(session.prompt(question.text()));
      mind.hivemind().record(session.response("I am not sure what you are asking for."));
      mind.hivemind()
          .record(
              session.correctedAnswer(
                  "This asks for " + wanted.get(question.type()) + " the word.",
                  question.answer()));
      mind.hivemind().record(session.sessionEnd());
      mind.settle();
    }
  }

  private boolean isRight(String text, String type) {
    return wanted.entrySet().stream()
        .allMatch(one -> text.contains(one.getValue()) == one.getKey().equals(type));
  }

  private void print(Mind mind, Report report, int questions) {
    report.figure("loop.corrections", "all", exact(corrections, questions));
    byType.forEach(
        (type, count) -> report.figure("loop.corrections", type, exact(count, questions)));
    if (!falseOnes.isEmpty()) {
      double[] values = falseOnes.stream().mapToDouble(Double::doubleValue).toArray();
      report.figure("loop.false", "all", Bootstrap.mean(values));
    }
    int skills = mind.hivemind().skills(scope).list(SkillState.ACTIVE).size();
    report.figure("loop.skills", "all", exact(skills, questions));
  }

  private static Estimate exact(double value, int n) {
    return new Estimate(value, n, value, value);
  }
}
