package dev.hivemind.core.publish;

import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a root is compared with.
 *
 * @param root the root
 * @param directory its real path
 * @param manifest what was written there
 * @param known what the library knows
 */
record Baseline(Root root, Path directory, Manifest manifest, Known known) {

  /** Returns the skill of a file that still is what was written there, or empty. */
  Optional<String> asWritten(TreeFile file) {
    return manifest
        .at(file.relative())
        .filter(entry -> entry.hash().equals(file.hash()))
        .map(Manifest.Entry::id);
  }

  /** Returns the revision of a skill that was written, or empty if its file is not one of ours. */
  Optional<Integer> revisionWritten(String id) {
    return manifest.pathOf(id).flatMap(manifest::at).map(Manifest.Entry::revision);
  }

  /** Returns what a revision of a skill is called. */
  Optional<String> nameOf(String id, int revision) {
    return known.history(id).stream()
        .filter(skill -> skill.revision() == revision)
        .map(Skill::name)
        .findFirst();
  }

  /**
   * Returns whether a skill of this id has any business in the root: it was written there, or it
   * belongs there and was active once. What only arrived waits for a person in a file of his own.
   */
  boolean concerns(String id) {
    Optional<Skill> skill = known.newest(id);
    return skill.isPresent()
        && (manifest.pathOf(id).isPresent() || (root.admits(skill.get()) && wasActive(id)));
  }

  private boolean wasActive(String id) {
    return known.history(id).stream().anyMatch(skill -> skill.state() == SkillState.ACTIVE);
  }

  /** Returns how far a file is from where a skill's file belongs: 0 is where it was written. */
  int distance(String id, TreeFile file) {
    if (manifest.at(file.relative()).filter(entry -> entry.id().equals(id)).isPresent()) {
      return 0;
    }
    String own = known.newest(id).map(skill -> skill.name() + "/" + TreeFile.NAME).orElse("");
    return file.relative().equals(own) ? 1 : 2;
  }

  /** Returns the skills that have no file any more, neither in their place nor elsewhere. */
  Set<String> gone(Set<String> present) {
    Set<String> gone = new TreeSet<>();
    manifest
        .files()
        .forEach(
            (path, entry) -> {
              boolean there =
                  present.contains(entry.id())
                      || Files.exists(directory.resolve(path), LinkOption.NOFOLLOW_LINKS);
              if (!there) {
                gone.add(entry.id());
              }
            });
    return gone;
  }
}
