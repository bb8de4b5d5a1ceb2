package dev.hivemind.benchmarks;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.AgentEvent.ToolCall;
import dev.hivemind.Evidence;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.examples.transcripts.Moment;
import dev.hivemind.examples.transcripts.Transcript;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Skills mined from transcripts, drawn by seed, each with the turn it came from: one JSON object a
 * line, for people to judge. Active ones come first, since only those are ever shown; candidates
 * follow and say that they are.
 */
final class Lessons {
  private static final int LENGTH = 600;

  private final Map<String, String> turns = new HashMap<>();
  private final Map<String, String> calls = new HashMap<>();

  private Lessons() {}

  static void run(Path data, int count, long seed, PrintStream out) {
    new Lessons().draw(data.resolve("transcripts"), count, seed, out);
  }

  private void draw(Path folder, int count, long seed, PrintStream out) {
    try (Mind mind = new Mind(builder -> builder.retention(Duration.ofDays(36_500)))) {
      PrintStream quiet =
          new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
      Transcript.each(folder, quiet, one -> record(mind, one));
      List<Skill> skills = new ArrayList<>(mind.hivemind().skills(Transcript.SCOPE).list());
      skills.sort(Comparator.comparing(Skill::name));
      shuffle(skills, new SplittableRandom(seed));
      skills.sort(Comparator.comparing((Skill one) -> one.state() != SkillState.ACTIVE));
      skills.stream().limit(count).map(this::line).forEach(out::println);
      System.err.println("benchmarks: drew from " + skills.size() + " skills");
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + folder, e);
    }
  }

  private static void shuffle(List<Skill> skills, SplittableRandom random) {
    for (int i = skills.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Skill swapped = skills.set(i, skills.get(j));
      skills.set(j, swapped);
    }
  }

  private void record(Mind mind, Transcript transcript) {
    int turn = 0;
    for (Moment moment : transcript.moments()) {
      AgentEvent event = moment.event();
      turn += event instanceof Prompt ? 1 : 0;
      String id = mind.hivemind().record(event, moment.at());
      turns.put(id, transcript.name() + ", turn " + turn);
      if (event instanceof ToolCall call) {
        calls.put(id, call.tool() + " " + call.arguments());
      }
      if (mind.hivemind().status().queuedBytes() > 1 << 20) {
        mind.settle();
      }
    }
    mind.settle();
  }

  private ObjectNode line(Skill skill) {
    ObjectNode line = Lines.MAPPER.createObjectNode();
    line.put("name", skill.name());
    line.put("state", skill.state().name().toLowerCase(Locale.ROOT));
    line.put("description", skill.description());
    line.put("text", skill.text());
    line.put("reason", skill.reason());
    ArrayNode sources = line.putArray("sources");
    for (Evidence one : skill.evidence()) {
      ObjectNode source = sources.addObject();
      String last = one.events().get(one.events().size() - 1);
      source.put("where", turns.getOrDefault(last, one.session()));
      source.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
      source.put("task", cut(one.situation().task()));
      source.put("before", cut(one.before()));
      source.put("said", cut(one.wanted()));
      // A cure of an error ends with the call that worked.
      source.put("after", cut(one.after().isEmpty() ? calls.getOrDefault(last, "") : one.after()));
    }
    return line;
  }

  private static String cut(String text) {
    return text.length() <= LENGTH ? text : text.substring(0, LENGTH) + "...";
  }
}
