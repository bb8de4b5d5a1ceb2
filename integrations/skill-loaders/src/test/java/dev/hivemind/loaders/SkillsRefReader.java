package dev.hivemind.loaders;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The reference validator of the specification, from npm. The build does not install it: {@code
 * HIVEMIND_SKILLS_REF} names the directory in which {@code npm install skills-ref@0.1.5} was run.
 */
final class SkillsRefReader implements Reader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path place;

  private SkillsRefReader(Path place) {
    this.place = place;
  }

  /** Returns it if it is installed. */
  static Optional<SkillsRefReader> installed() {
    return Optional.ofNullable(System.getenv("HIVEMIND_SKILLS_REF"))
        .map(Path::of)
        .filter(place -> Files.isDirectory(place.resolve("node_modules/skills-ref")))
        .map(SkillsRefReader::new);
  }

  @Override
  public Map<String, Reading> read(Path root) throws IOException {
    Map<String, Reading> readings = new TreeMap<>();
    for (JsonNode skill : answers(root)) {
      if (!skill.path("problems").isEmpty()) {
        throw new AssertionError(skill.path("directory") + ": " + skill.path("problems"));
      }
      readings.put(
          skill.path("directory").asText(),
          new Reading(
              skill.path("name").asText(),
              skill.path("description").asText(),
              skill.path("body").asText()));
    }
    return readings;
  }

  /** Returns what it says of each directory under a root, its problems among that. */
  List<JsonNode> answers(Path root) throws IOException {
    Path script = Files.createTempFile("read", ".mjs");
    try (var in = SkillsRefReader.class.getResourceAsStream("/read.mjs")) {
      Files.write(script, in.readAllBytes());
      Process node =
          new ProcessBuilder("node", script.toString(), place.toString(), root.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      List<JsonNode> answers = new ArrayList<>();
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(node.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          answers.add(JSON.readTree(line));
        }
      }
      return answers;
    } finally {
      Files.delete(script);
    }
  }
}
