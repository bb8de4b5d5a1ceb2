package dev.hivemind.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A story in one workspace, what should be learned from it, and what is asked afterwards.
 *
 * @param id its id
 * @param language of its people
 * @param scope where it takes place
 * @param sideEffects names of the tools that change something
 * @param sessions in order
 * @param teaches whether there is a lesson in it
 * @param signal how the lesson is given
 * @param mustContain lower-case words any right lesson carries
 * @param mustNotContain literals no general lesson carries
 * @param latest a word only the newest lesson has; empty as a rule
 * @param probes in order
 */
record Scenario(
    String id,
    String language,
    String scope,
    List<String> sideEffects,
    List<JsonNode> sessions,
    boolean teaches,
    String signal,
    List<String> mustContain,
    List<String> mustNotContain,
    String latest,
    List<Probe> probes) {

  /**
   * A question after the story.
   *
   * @param kind same, near_miss, unrelated or other_scope
   * @param scope where it is asked
   * @param author who asks: a node with id and role
   * @param prompt the task
   * @param tool the waiting call's tool; empty at the prompt
   * @param arguments its arguments as JSON
   * @param expectsLesson whether the lesson should be shown, or nothing
   */
  record Probe(
      String kind,
      String scope,
      JsonNode author,
      String prompt,
      String tool,
      String arguments,
      boolean expectsLesson) {}

  static List<Scenario> all(Path file) {
    return Lines.of(file).stream().map(Scenario::of).toList();
  }

  private static Scenario of(JsonNode node) {
    String scope = Lines.text(node, "scope");
    List<JsonNode> sessions = new ArrayList<>();
    node.path("sessions").forEach(sessions::add);
    List<String> sideEffects = new ArrayList<>();
    node.path("tools")
        .forEach(
            tool -> {
              if (tool.path("side_effect").asBoolean()) {
                sideEffects.add(Lines.text(tool, "name"));
              }
            });
    List<Probe> probes = new ArrayList<>();
    node.path("probes").forEach(one -> probes.add(probe(one, scope)));
    JsonNode expect = node.path("expect");
    return new Scenario(
        Lines.text(node, "id"),
        Lines.text(node, "language"),
        scope,
        List.copyOf(sideEffects),
        List.copyOf(sessions),
        expect.path("teaches").asBoolean(),
        Lines.text(expect, "signal"),
        Lines.texts(expect.path("must_contain")),
        Lines.texts(expect.path("must_not_contain")),
        Lines.text(expect, "latest"),
        List.copyOf(probes));
  }

  private static Probe probe(JsonNode node, String scope) {
    return new Probe(
        Lines.text(node, "kind"),
        node.has("scope") ? Lines.text(node, "scope") : scope,
        node.path("author"),
        Lines.text(node, "prompt"),
        Lines.text(node, "tool"),
        node.path("arguments").isMissingNode() ? "{}" : Lines.text(node, "arguments"),
        Lines.text(node, "expect").equals("lesson"));
  }
}
