package dev.hivemind.store.lucene;

import java.util.List;

/** The fields of a skill that are searched, and what a word in each weighs. */
enum Part {
  NAME("name", 1),
  DESCRIPTION("description", 1),
  SITUATIONS("situations", 1),
  BODY("body", 1);

  static final List<Part> ALL = List.of(values());

  private final String field;
  private final float weight;

  Part(String field, float weight) {
    this.field = field;
    this.weight = weight;
  }

  String field() {
    return field;
  }

  float weight() {
    return weight;
  }

  /** Returns the part with that name; text under any other name counts as body. */
  static Part of(String field) {
    return ALL.stream().filter(part -> part.field.equals(field)).findFirst().orElse(BODY);
  }
}
