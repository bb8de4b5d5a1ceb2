package dev.hivemind.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Skills and what is asked of them.
 *
 * @param name the folder's name
 * @param skills in the file's order
 * @param queries in the file's order
 */
record SkillSet(String name, List<Written> skills, List<Query> queries) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * A skill as it stands in the data.
   *
   * @param id its id there
   * @param name its name
   * @param description what it is for
   * @param body the text; may be empty
   */
  record Written(String id, String name, String description, String body) {
    /** Returns the text of a {@code SKILL.md}; a body that is empty is the description again. */
    String text() {
      return "---\nname: "
          + quoted(name)
          + "\ndescription: "
          + quoted(description)
          + "\n---\n"
          + (body.isBlank() ? description : body)
          + "\n";
    }

    // A JSON string is a YAML string.
    private static String quoted(String text) {
      try {
        return MAPPER.writeValueAsString(text);
      } catch (IOException e) {
        throw new IllegalStateException("a string has a JSON form", e);
      }
    }
  }

  /**
   * A question and the ids of what it should bring up; none if nothing should be.
   *
   * @param id its id
   * @param text the question
   * @param relevant ids of skills
   */
  record Query(String id, String text, Set<String> relevant) {}

  /** Reads every set below {@code skill-recall}, by name. */
  static List<SkillSet> all(Path data) {
    Path folder = data.resolve("skill-recall");
    if (!Files.isDirectory(folder)) {
      throw new MissingDataException("there is no folder " + folder);
    }
    try (Stream<Path> sets = Files.list(folder)) {
      List<SkillSet> found = sets.filter(Files::isDirectory).sorted().map(SkillSet::read).toList();
      if (found.isEmpty()) {
        throw new MissingDataException("no sets in " + folder);
      }
      return found;
    } catch (IOException e) {
      throw new MissingDataException("cannot read " + folder, e);
    }
  }

  private static SkillSet read(Path folder) {
    List<Written> skills = new ArrayList<>();
    for (JsonNode node : lines(folder.resolve("skills.jsonl"))) {
      skills.add(
          new Written(
              text(node, "id"), text(node, "name"), text(node, "description"), text(node, "body")));
    }
    List<Query> queries = new ArrayList<>();
    for (JsonNode node : lines(folder.resolve("queries.jsonl"))) {
      Set<String> relevant = new HashSet<>();
      node.path("relevant").forEach(one -> relevant.add(one.asText()));
      queries.add(new Query(text(node, "id"), text(node, "query"), Set.copyOf(relevant)));
    }
    return new SkillSet(folder.getFileName().toString(), skills, queries);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private static List<JsonNode> lines(Path file) {
    try {
      List<JsonNode> nodes = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          nodes.add(MAPPER.readTree(line));
        }
      }
      return nodes;
    } catch (IOException e) {
      throw new MissingDataException("cannot read " + file, e);
    }
  }
}
