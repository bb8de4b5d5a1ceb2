package dev.hivemind.core.publish;

import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.skillfile.SkillNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares what is under a root with what was written there and with every text the library knows.
 *
 * <p>A text that no revision has is an edit; one that an older revision than the one written has is
 * a selection, and so is the file of a skill that is not active and was not there; a newer one was
 * written by us before a crash. A known text in a directory of another name is a rename. Without a
 * manifest, or after a mass absence, the root is rebuilt: nobody decided anything but edits.
 */
final class Review {
  private final Baseline baseline;
  private final Map<String, TreeFile> managed;
  private final Map<TreeFile, FileDecision> decisions = new HashMap<>();
  private final Set<String> touched = new HashSet<>();
  private final Set<String> deleted;

  private Review(Baseline baseline, Claims claims, Set<String> deleted) {
    this.baseline = baseline;
    this.managed = claims.managed();
    this.deleted = deleted;
    decisions.putAll(claims.others());
  }

  /**
   * Returns the review of a root whose manifest is kept: absence and older texts mean something.
   */
  static Review of(Baseline baseline, Tree tree) {
    Claims claims = new Claims(baseline, tree.files());
    Set<String> gone = baseline.gone(claims.managed().keySet());
    boolean mass = gone.size() > 1 && gone.size() * 4 > baseline.manifest().files().size();
    if (mass || tree.state() != Tree.State.SEEN) {
      return rebuild(baseline, claims);
    }
    // The file of a skill that is not active may have been removed by us before a crash.
    gone.removeIf(id -> baseline.known().newest(id).filter(Review::active).isEmpty());
    Review review = new Review(baseline, claims, gone);
    claims.managed().forEach((id, file) -> review.judge(id, file, review::selects));
    return review;
  }

  /** Returns the review of a root about which nothing is remembered. */
  static Review rebuild(Baseline baseline, Tree tree) {
    return rebuild(baseline, new Claims(baseline, tree.files()));
  }

  private static Review rebuild(Baseline baseline, Claims claims) {
    Review review = new Review(baseline, claims, Set.of());
    claims.managed().forEach((id, file) -> review.judge(id, file, (newest, revision) -> false));
    return review;
  }

  private static boolean active(Skill skill) {
    return skill.state() == SkillState.ACTIVE;
  }

  /** Returns what people did, in the order of the paths, deletions last. */
  List<FileDecision> decisions() {
    List<FileDecision> sorted = new ArrayList<>();
    decisions.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(Comparator.comparing(TreeFile::relative)))
        .forEach(decision -> sorted.add(decision.getValue()));
    deleted.stream().sorted().forEach(id -> sorted.add(new FileDecision.Deleted(id)));
    return List.copyOf(sorted);
  }

  /** Returns the file of each skill that has one, by id. */
  Map<String, TreeFile> managed() {
    return managed;
  }

  /** Returns whether a skill's file is as we left it. */
  boolean untouched(String id) {
    return managed.containsKey(id) && !touched.contains(id);
  }

  /** Returns whether a file is where we wrote it, under the name its skill had then. */
  boolean wasNamedAfter(TreeFile file) {
    return baseline
        .manifest()
        .at(file.relative())
        .flatMap(entry -> baseline.nameOf(entry.id(), entry.revision()))
        .filter(file.directory()::equals)
        .isPresent();
  }

  /** Returns whether a person removed a skill's file and nobody took note yet. */
  boolean deleted(String id) {
    return deleted.contains(id);
  }

  private void judge(String id, TreeFile file, Selection selection) {
    Optional<Skill> newest = baseline.known().newest(id);
    if (newest.isEmpty() || baseline.asWritten(file).isPresent()) {
      return;
    }
    List<Skill> history = baseline.known().history(id);
    int revision = revisionOf(file, history);
    if (revision == 0) {
      touched.add(id);
      decisions.put(file, unknown(id, file, history));
    } else if (selection.selects(newest.get(), revision)) {
      touched.add(id);
      decisions.put(file, new FileDecision.Selected(id, revision));
    } else if (waits(newest.get(), revision)) {
      touched.add(id);
    } else if (isRenamed(newest.get(), file)) {
      decisions.put(file, new FileDecision.Renamed(id, file.directory()));
    }
  }

  /** A person's words that are known and not approved stay where the person wrote them. */
  private static boolean waits(Skill newest, int revision) {
    return newest.pinned()
        && newest.state() == SkillState.CANDIDATE
        && newest.revision() == revision;
  }

  /** Whoever calls a directory something that no skill may be called has put the file away. */
  private boolean isRenamed(Skill newest, TreeFile file) {
    boolean moved =
        baseline
            .manifest()
            .pathOf(newest.id())
            .filter(path -> !path.equals(file.relative()))
            .isPresent();
    return active(newest)
        && moved
        && !file.directory().equals(newest.name())
        && SkillNames.valid(file.directory());
  }

  /** Says whether a known text is somebody's choice. */
  private interface Selection {
    boolean selects(Skill newest, int revision);
  }

  private boolean selects(Skill newest, int revision) {
    return baseline
        .revisionWritten(newest.id())
        .map(written -> revision < written && revision < newest.revision())
        .orElse(!active(newest));
  }

  private FileDecision unknown(String id, TreeFile file, List<Skill> history) {
    return history.stream().anyMatch(skill -> halfWritten(file.text(), skill.text()))
        ? new FileDecision.Unreadable(file.path(), "the file ends in the middle of a line")
        : new FileDecision.Edited(
            id, baseline.revisionWritten(id).orElse(0), file.path(), file.text());
  }

  /** Returns the newest revision with this text, or 0. */
  private static int revisionOf(TreeFile file, List<Skill> history) {
    return history.stream()
        .filter(skill -> Hash.ofSkill(skill.text()).equals(file.hash()))
        .mapToInt(Skill::revision)
        .max()
        .orElse(0);
  }

  /** A known text that stops within a line was cut by a copy or a full disk, not by a person. */
  private static boolean halfWritten(String text, String whole) {
    return whole.length() > text.length()
        && whole.startsWith(text)
        && !text.endsWith("\n")
        && whole.charAt(text.length()) != '\n';
  }
}
