package dev.hivemind.core.redact;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads rules: blocks separated by blank lines, each of lines {@code rule NAME}, {@code keywords A
 * B}, {@code pattern REGEX} and perhaps {@code shape NAME}; lines that begin with {@code #} are
 * comments.
 */
final class SecretRules {
  private static final Pattern BLANK_LINE = Pattern.compile("\\R\\s*\\R");

  private SecretRules() {}

  /** Returns the rules for secrets that come with the library. */
  static List<SecretRule> secrets() {
    return builtIn("secrets.rules");
  }

  /** Returns the rules for what names a person that come with the library. */
  static List<SecretRule> personal() {
    return builtIn("personal.rules");
  }

  private static List<SecretRule> builtIn(String resource) {
    try (InputStream in = SecretRules.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource " + resource + " is missing from the jar");
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the rules in a text, in its order.
   *
   * @throws IllegalArgumentException if one is not complete or its pattern is none
   */
  static List<SecretRule> parse(String text) {
    List<SecretRule> rules = new ArrayList<>();
    for (String block : BLANK_LINE.split(text, -1)) {
      Map<String, String> fields = fields(block);
      if (!fields.isEmpty()) {
        rules.add(rule(fields));
      }
    }
    return rules;
  }

  private static Map<String, String> fields(String block) {
    Map<String, String> fields = new HashMap<>();
    block
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(
            line -> {
              int space = line.indexOf(' ');
              fields.put(line.substring(0, Math.max(space, 0)), line.substring(space + 1).strip());
            });
    return fields;
  }

  private static SecretRule rule(Map<String, String> fields) {
    String shape = fields.getOrDefault("shape", "any");
    return new SecretRule(
        field(fields, "rule"),
        List.of(field(fields, "keywords").split(" +", -1)),
        Pattern.compile(field(fields, "pattern")),
        SecretRule.Shape.valueOf(shape.toUpperCase(Locale.ROOT)));
  }

  private static String field(Map<String, String> fields, String name) {
    String value = fields.getOrDefault(name, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a rule has no " + name + ": " + fields);
    }
    return value;
  }
}
