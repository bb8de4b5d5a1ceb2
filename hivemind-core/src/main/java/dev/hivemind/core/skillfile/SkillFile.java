package dev.hivemind.core.skillfile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A SKILL.md as it was read. Immutable; equal texts are not compared here but by {@link #sameText}.
 */
public final class SkillFile {
  /** The largest file that is read, in bytes of UTF-8. */
  public static final int FILE_BYTES = FrontMatter.FILE_BYTES;

  private static final Set<String> OWN = Set.of("name", "description", "metadata");

  private static final Pattern NAME = Pattern.compile("(?m)^name:[^\\n]*$");

  private final Map<String, Object> front;
  private final String body;

  private SkillFile(Map<String, Object> front, String body) {
    this.front = front;
    this.body = body;
  }

  /**
   * Returns what a text says. Accepts CRLF, a byte order mark, values without the quotes YAML asks
   * for, and keys nobody knows; what is missing is empty and listed by {@link #problems}.
   *
   * @throws SkillFileException if the text has no front matter, is larger than 1 MiB (front matter
   *     8 KB), is not YAML, uses anchors, repeats a key or nests deeper than 8
   */
  public static SkillFile parse(String text) {
    FrontMatter front = FrontMatter.of(text);
    Map<String, Object> values = FrontMatterYaml.values(front, FrontMatterYaml.mapping(front));
    return new SkillFile(Collections.unmodifiableMap(values), front.body());
  }

  /**
   * Returns the text of a SKILL.md that every known loader reads the same: equal arguments, equal
   * text. The description is put on one line and cut to 1,024 UTF-16 units, with look-alikes for
   * double quotes, backslashes, angle brackets and {@code ---}; the body gets LF, no trailing
   * blanks, no characters that hide or reorder text, {@code ---} in code only, and is cut to fewer
   * than 500 lines and 20,000 bytes with a last line that says so.
   *
   * @param name a {@link SkillNames#valid} name
   * @param description what it does and when to use it
   * @param body Markdown
   * @param metadata at most three entries whose keys are {@code hivemind-} and a word, and whose
   *     values are 1 to 256 characters that need no cleaning
   * @throws IllegalArgumentException if the name or the metadata is not valid, or nothing is left
   *     of the description or the body
   */
  public static String write(
      String name, String description, String body, Map<String, String> metadata) {
    return SkillWriter.of(name, description, body, metadata).text();
  }

  /**
   * Returns an existing text with another name, description, body and {@code hivemind-} metadata,
   * cleaned as by {@link #write}. Everything else in its front matter, unknown keys and comment
   * lines, stays as it was, line for line.
   *
   * @throws IllegalArgumentException as {@link #write}
   * @throws SkillFileException if the existing text cannot be read, is one line in braces, indents
   *     its keys, or would become longer than a front matter may be
   */
  public static String rewrite(
      String existingText,
      String name,
      String description,
      String body,
      Map<String, String> metadata) {
    SkillWriter writer = SkillWriter.of(name, description, body, metadata);
    String text = SkillRewriter.rewrite(existingText, writer);
    parse(text);
    return text;
  }

  /**
   * Returns the text with LF as line end and another name, and otherwise as it was; empty if its
   * name does not stand on one line of its own.
   */
  public static Optional<String> renamed(String text, String name) {
    String unix = Lines.unix(text);
    Matcher line = NAME.matcher(unix);
    if (!line.find()) {
      return Optional.empty();
    }
    String changed =
        unix.substring(0, line.start()) + "name: \"" + name + "\"" + unix.substring(line.end());
    return Optional.of(changed).filter(one -> parse(one).name().equals(name));
  }

  /** Returns the text without byte order mark and with LF as line end. */
  public static String unix(String text) {
    return Lines.unix(text);
  }

  /**
   * Returns the text with the things alike that {@link #sameText} does not tell apart; not a text
   * to be written.
   */
  public static String normal(String text) {
    try {
      FrontMatter front = FrontMatter.of(text);
      String keys = String.join("\n", front.lines());
      return Lines.normal(keys) + "\n" + FrontMatter.FENCE + "\n" + Wording.of(front.body());
    } catch (SkillFileException e) {
      return Lines.normal(text);
    }
  }

  /**
   * Returns whether two texts say the same: they differ in line ends, trailing blanks, a byte order
   * mark, and what a formatter of Markdown changes, at most.
   */
  public static boolean sameText(String a, String b) {
    return normal(a).equals(normal(b));
  }

  /** Returns the name, or empty. */
  public String name() {
    return textOf("name");
  }

  /** Returns the description, or empty. */
  public String description() {
    return textOf("description");
  }

  /** Returns the Markdown behind the front matter with LF, without blank lines around it. */
  public String body() {
    return body;
  }

  /** Returns those entries of {@code metadata} that are text, in their order. */
  public Map<String, String> metadata() {
    Map<String, String> entries = new LinkedHashMap<>();
    if (front.get("metadata") instanceof Map<?, ?> map) {
      map.forEach(
          (key, value) -> {
            if (key instanceof String name && value instanceof String text) {
              entries.put(name, text);
            }
          });
    }
    return Collections.unmodifiableMap(entries);
  }

  /** Returns the other top-level keys in their order: text, lists and maps of such. */
  public Map<String, Object> others() {
    Map<String, Object> others = new LinkedHashMap<>(front);
    others.keySet().removeAll(OWN);
    return Collections.unmodifiableMap(others);
  }

  /** Returns one sentence for each rule of the specification that is broken; empty if none is. */
  public List<String> problems() {
    return Specification.problems(front, body);
  }

  private String textOf(String key) {
    return front.get(key) instanceof String text ? text : "";
  }
}
