package dev.hivemind.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One call of a real agent: an error, with the similar call that succeeded next if there was one,
 * or a call that succeeded.
 *
 * @param session which session
 * @param at when, as text that sorts
 * @param tool the tool
 * @param command the call as one text
 * @param arguments the call's arguments as JSON
 * @param error what the tool said; empty for a call that succeeded
 * @param signature what makes two errors one, as the data has it; empty for a call that succeeded
 * @param fix the call that succeeded, as one text; empty if none did
 * @param counts whether a tool failed in the agent's own thread, rather than a person said no
 */
record Step(
    String session,
    String at,
    String tool,
    String command,
    String arguments,
    String error,
    String signature,
    String fix,
    boolean counts) {

  // Their errors are cured by changing the code, not the call. Names of common runners of several
  // languages, and the words themselves.
  private static final Pattern LOOP =
      Pattern.compile(
          "(?i)\\b(?:build|compile|lint|fmt|format|test|tests|vet|check|ci)\\b|golangci|gofmt|prettier"
              + "|eslint|ruff|pytest|jest|mvn|gradlew?|cargo|tsc|shellcheck|spotless");

  boolean failed() {
    return !error.isEmpty();
  }

  /** Returns whether this is a run of a build, a linter, a formatter or tests. */
  boolean isLoop() {
    return LOOP.matcher(command).find();
  }

  /** Returns everything in the order of time. */
  static List<Step> all(Path errors, Path transcripts) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode node : Lines.of(errors)) {
      String tool = Lines.text(node, "tool");
      String command = Lines.text(node, "command");
      steps.add(
          new Step(
              Lines.text(node, "session"),
              Lines.text(node, "ts"),
              tool,
              command,
              arguments(tool, command),
              Lines.text(node, "error"),
              Lines.text(node, "signature"),
              Lines.text(node, "fix_command"),
              Lines.text(node, "kind").equals("tool") && !node.path("sidechain").asBoolean()));
    }
    if (Files.isDirectory(transcripts)) {
      steps.addAll(successes(transcripts));
    }
    steps.sort(Comparator.comparing(Step::at));
    return steps;
  }

  /**
   * Returns the arguments of a call that the data has as one text: the tool's name stands first.
   */
  static String arguments(String tool, String command) {
    ObjectNode node = Lines.MAPPER.createObjectNode();
    if (tool.equals("Bash")) {
      return node.put("command", command).toString();
    }
    String rest = command.startsWith(tool + " ") ? command.substring(tool.length() + 1) : command;
    if (rest.startsWith("{")) {
      try {
        return Lines.MAPPER.readTree(rest).toString();
      } catch (IOException cut) {
        return node.put("input", rest).toString();
      }
    }
    int blank = rest.indexOf(' ');
    if (rest.startsWith("/") && blank > 0) {
      node.put("file_path", rest.substring(0, blank));
      return node.put("text", rest.substring(blank + 1)).toString();
    }
    return node.put("input", rest).toString();
  }

  private static List<Step> successes(Path transcripts) {
    List<Step> steps = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try (Stream<Path> files = Files.list(transcripts)) {
      List<Path> sorted = files.filter(one -> one.toString().endsWith(".jsonl")).sorted().toList();
      for (Path file : sorted) {
        Map<String, Step> open = new LinkedHashMap<>();
        for (JsonNode line : Lines.of(file)) {
          for (JsonNode block : line.at("/message/content")) {
            call(line, block, open);
            String id = Lines.text(block, "tool_use_id");
            if (open.containsKey(id) && !block.path("is_error").asBoolean() && seen.add(id)) {
              steps.add(open.get(id));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + transcripts, e);
    }
    return steps;
  }

  private static void call(JsonNode line, JsonNode block, Map<String, Step> open) {
    if (!Lines.text(block, "type").equals("tool_use") || line.path("isSidechain").asBoolean()) {
      return;
    }
    String tool = Lines.text(block, "name");
    JsonNode input = block.path("input");
    String session = Lines.text(line, "sessionId");
    open.put(
        Lines.text(block, "id"),
        new Step(
            session.substring(0, Math.min(8, session.length())),
            Lines.text(line, "timestamp"),
            tool,
            tool.equals("Bash") ? Lines.text(input, "command") : tool + " " + flat(input),
            known(tool, input),
            "",
            "",
            "",
            true));
  }

  // The errors have a path and a text for a file's tool; a success is brought to the same shape.
  private static String known(String tool, JsonNode input) {
    return arguments(
        tool, tool.equals("Bash") ? Lines.text(input, "command") : tool + " " + flat(input));
  }

  private static String flat(JsonNode input) {
    if (input.has("file_path")) {
      String text = Lines.text(input, "old_string");
      return Lines.text(input, "file_path") + " " + text;
    }
    return input.toString();
  }
}
