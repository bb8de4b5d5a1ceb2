package dev.hivemind.examples.transcripts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A line of a transcript that could be read.
 *
 * @param number from 1
 * @param json an object with a {@code type}
 * @param at when it was written; when the line before was, if it does not say
 */
record Line(int number, JsonNode json, Instant at) {
  String type() {
    return json.path("type").asText();
  }
}
