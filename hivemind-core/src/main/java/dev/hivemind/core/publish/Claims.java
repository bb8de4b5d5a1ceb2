package dev.hivemind.core.publish;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the one file of each skill, by these rules in this order. A file that still is what the
 * manifest says is managed, whatever it holds. A file that cannot be read is reported. A file
 * without an id, or with that of a skill that has no business in this root, is foreign; one with an
 * id nobody here knows has arrived. Of several files with one id, that at the manifest's place is
 * managed, else that at the skill's own name, else the first; the others are foreign.
 */
final class Claims {
  private final Baseline baseline;
  private final Map<String, TreeFile> managed = new TreeMap<>();
  private final Map<TreeFile, FileDecision> others = new HashMap<>();

  Claims(Baseline baseline, List<TreeFile> files) {
    this.baseline = baseline;
    Map<String, List<TreeFile>> claims = new TreeMap<>();
    for (TreeFile file : files) {
      String id = baseline.asWritten(file).orElseGet(() -> claim(file));
      if (!id.isEmpty()) {
        claims.computeIfAbsent(id, unused -> new ArrayList<>()).add(file);
      }
    }
    claims.forEach(this::choose);
  }

  /** Returns the file of each skill that has one, by id. */
  Map<String, TreeFile> managed() {
    return Collections.unmodifiableMap(managed);
  }

  /** Returns what the files are that are not managed. */
  Map<TreeFile, FileDecision> others() {
    return Collections.unmodifiableMap(others);
  }

  private void choose(String id, List<TreeFile> files) {
    files.sort(Comparator.comparingInt(file -> baseline.distance(id, file)));
    managed.put(id, files.get(0));
    files.subList(1, files.size()).forEach(this::foreign);
  }

  /** Returns the id of the skill whose file this may be, or empty after saying what it is. */
  private String claim(TreeFile file) {
    boolean forgotten = baseline.manifest().pathOf(file.id()).isPresent();
    if (!file.trouble().isEmpty()) {
      others.put(file, new FileDecision.Unreadable(file.path(), file.trouble()));
    } else if (baseline.concerns(file.id())) {
      return file.id();
    } else if (file.id().isEmpty() || forgotten || baseline.known().newest(file.id()).isPresent()) {
      // What a person made of the file of a forgotten skill stays where it is, and unread.
      foreign(file);
    } else {
      others.put(file, new FileDecision.Arrived(file.path(), file.id(), file.text()));
    }
    return "";
  }

  private void foreign(TreeFile file) {
    others.put(file, new FileDecision.Foreign(file.path()));
  }
}
