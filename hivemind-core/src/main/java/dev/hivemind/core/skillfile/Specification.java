package dev.hivemind.core.skillfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of the Agent Skills specification (agentskills.io) that one file can break. */
final class Specification {
  private static final Set<String> KEYS =
      Set.of("name", "description", "license", "compatibility", "metadata", "allowed-tools");
  private static final int COMPATIBILITY = 500;

  private final Map<String, Object> front;
  private final List<String> problems = new ArrayList<>();

  private Specification(Map<String, Object> front) {
    this.front = front;
  }

  static List<String> problems(Map<String, Object> front, String body) {
    Specification rules = new Specification(front);
    rules.name();
    rules.length("description", CleanText.DESCRIPTION);
    rules.required("description");
    rules.length("compatibility", COMPATIBILITY);
    rules.length("license", Integer.MAX_VALUE);
    rules.length("allowed-tools", Integer.MAX_VALUE);
    rules.metadata();
    rules.unknownKeys();
    rules.body(body);
    return List.copyOf(rules.problems);
  }

  private void name() {
    required("name");
    length("name", SkillNames.LENGTH);
    if (!(front.get("name") instanceof String name) || name.isBlank()) {
      return;
    }
    check(
        SkillNames.FORM.matcher(name).matches(),
        "The name must be lower-case letters and digits in words joined by single hyphens.");
    check(
        !SkillNames.CLAIMED.matcher(name).find(),
        "The name must not contain 'claude' or 'anthropic'.");
  }

  private void required(String key) {
    boolean missing =
        !front.containsKey(key) || (front.get(key) instanceof String t && t.isBlank());
    check(!missing, "The " + key + " is missing.");
  }

  private void length(String key, int limit) {
    if (!front.containsKey(key)) {
      return;
    }
    check(front.get(key) instanceof String, "The " + key + " must be text.");
    check(
        !(front.get(key) instanceof String text) || text.length() <= limit,
        "The " + key + " has more than " + limit + " characters.");
  }

  private void metadata() {
    Object metadata = front.getOrDefault("metadata", "");
    boolean nothing = metadata instanceof String text && text.isEmpty();
    boolean texts =
        metadata instanceof Map<?, ?> map
            && map.values().stream().allMatch(value -> value instanceof String);
    check(nothing || texts, "The metadata must be a map of text to text.");
  }

  private void unknownKeys() {
    check(
        KEYS.containsAll(front.keySet()),
        "The front matter has keys other than name, description, license, compatibility,"
            + " metadata and allowed-tools.");
  }

  private void body(String body) {
    check(!body.isBlank(), "The body is blank.");
    check(body.lines().count() <= CleanText.BODY_LINES, "The body has 500 lines or more.");
    check(
        Lines.bytes(body) <= CleanText.BODY_BYTES,
        "The body has more than 20,000 bytes, about 5,000 tokens.");
  }

  private void check(boolean kept, String problem) {
    if (!kept) {
      problems.add(problem);
    }
  }
}
