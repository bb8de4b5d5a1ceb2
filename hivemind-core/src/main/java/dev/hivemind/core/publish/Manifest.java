package dev.hivemind.core.publish;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was last written under a root: for each file its skill. At most one file a skill. */
record Manifest(Map<String, Entry> files) {
  static final Manifest EMPTY = new Manifest(Map.of());

  /**
   * One file.
   *
   * @param id the skill
   * @param revision the revision written
   * @param hash of the text written, as by {@link Hash#ofSkill}
   */
  record Entry(String id, int revision, String hash) {}

  Manifest {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  Optional<Entry> at(String path) {
    return Optional.ofNullable(files.get(path));
  }

  Optional<String> pathOf(String id) {
    return files.entrySet().stream()
        .filter(file -> file.getValue().id().equals(id))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
