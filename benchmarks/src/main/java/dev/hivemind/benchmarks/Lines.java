package dev.hivemind.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads files of one JSON object a line. */
final class Lines {
  static final ObjectMapper MAPPER = new ObjectMapper();

  private Lines() {}

  static List<JsonNode> of(Path file) {
    List<JsonNode> nodes = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          nodes.add(MAPPER.readTree(line));
        }
      }
    } catch (IOException e) {
      throw new MissingDataException("cannot read " + file, e);
    }
    return nodes;
  }

  /** Returns the strings of an array, or none if there is none. */
  static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }

  /** Returns the text, or empty if it is absent or null. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isNull() || value.isMissingNode()
        ? ""
        : value.isTextual() ? value.asText() : value.toString();
  }
}
