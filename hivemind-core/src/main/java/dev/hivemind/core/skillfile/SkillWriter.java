package dev.hivemind.core.skillfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The cleaned parts of a SKILL.md and the lines they become. */
record SkillWriter(String name, String description, String body, Map<String, String> metadata) {
  static final String PREFIX = "hivemind-";

  private static final int ENTRIES = 3;
  private static final int VALUE = 256;
  private static final Pattern KEY = Pattern.compile(PREFIX + "[a-z0-9]+(-[a-z0-9]+)*");

  /** Words YAML 1.1 reads as something else than text. */
  private static final Set<String> TYPED =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  static SkillWriter of(
      String name, String description, String body, Map<String, String> metadata) {
    if (!SkillNames.valid(name)) {
      throw new IllegalArgumentException("not a valid name for a skill: " + CleanText.line(name));
    }
    if (metadata.size() > ENTRIES) {
      throw new IllegalArgumentException("at most 3 metadata entries: " + metadata.keySet());
    }
    metadata.forEach(SkillWriter::check);
    return new SkillWriter(
        name,
        present("description", CleanText.line(description)),
        present("body", CleanText.body(body)),
        new TreeMap<>(metadata));
  }

  private static void check(String key, String value) {
    boolean clean = !value.isEmpty() && CleanText.line(value).equals(value);
    if (!KEY.matcher(key).matches() || key.length() > VALUE || !clean || value.length() > VALUE) {
      throw new IllegalArgumentException("not a valid metadata entry: " + CleanText.line(key));
    }
  }

  private static String present(String what, String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("the " + what + " of a skill must not be blank");
    }
    return text;
  }

  String text() {
    List<String> front = new ArrayList<>();
    front.add(nameLine());
    front.add(descriptionLine());
    if (!metadata.isEmpty()) {
      front.add("metadata:");
      front.addAll(metadataLines("  "));
    }
    return text(front);
  }

  /** Returns the file with these lines as its front matter. */
  String text(List<String> front) {
    String fence = FrontMatter.FENCE + "\n";
    return fence + String.join("\n", front) + "\n" + fence + "\n" + body + "\n";
  }

  String nameLine() {
    boolean typed = TYPED.contains(name) || Character.isDigit(name.charAt(0));
    return "name: " + (typed ? quoted(name) : name);
  }

  String descriptionLine() {
    return "description: " + quoted(description);
  }

  List<String> metadataLines(String indent) {
    return metadata.entrySet().stream()
        .map(entry -> indent + entry.getKey() + ": " + quoted(entry.getValue()))
        .toList();
  }

  /** Nothing that was cleaned needs an escape. */
  private static String quoted(String clean) {
    return '"' + clean + '"';
  }
}
