package dev.hivemind.core.codify;

import dev.hivemind.Codifier;
import dev.hivemind.CodifyReport.Decision;
import dev.hivemind.CodifyReport.Outcome;
import dev.hivemind.Evidence;
import dev.hivemind.ModelUse;
import dev.hivemind.PromotionPolicy;
import dev.hivemind.Proposal;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.Rewording;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.StaleRevisionException;
import dev.hivemind.core.library.Library;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.library.Waiting;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.core.skillfile.SkillFile;
import dev.hivemind.core.skillfile.TextDiff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what becomes of evidence. Every piece ends in exactly one decision with a reason. What
 * was decided is saved when {@link #pass} returns; passing the same evidence again changes nothing.
 * Not thread-safe.
 */
public final class Gate {
  private final Library library;
  private final Asking codifier;
  private final Promoting promoting;
  private final Monitor monitor;

  /**
   * Creates.
   *
   * @param mostActive how many skills of one scope may be active by themselves
   */
  public Gate(
      Library library, Codifier codifier, PromotionPolicy policy, int mostActive, Monitor monitor) {
    this.library = library;
    this.codifier = new Asking(codifier, monitor);
    this.promoting = new Promoting(policy, mostActive, monitor);
    this.monitor = monitor;
  }

  /** Returns what was asked of a text model since this was last called. */
  public ModelUse modelUse() {
    return codifier.modelUse();
  }

  /**
   * Decides on evidence, oldest first; of several with one id the last stands.
   *
   * @throws StaleRevisionException if another process was faster twice
   */
  public List<Decision> pass(List<Evidence> evidence, Instant now) {
    Map<String, Evidence> latest = new LinkedHashMap<>();
    evidence.forEach(one -> latest.put(one.id(), one));
    List<Decision> decisions = new ArrayList<>();
    List<Evidence> fresh = new ArrayList<>();
    for (Evidence one : latest.values()) {
      Optional<String> refusal = Admission.refusal(one);
      Optional<Skill> holder = library.snapshot().holding(one.id());
      if (refusal.isPresent()) {
        decisions.add(skip(List.of(one), refusal.get()));
      } else if (holder.isPresent()) {
        decisions.addAll(again(one, holder.get(), now));
      } else {
        fresh.add(one);
      }
    }
    for (List<Evidence> group : Grouping.of(fresh)) {
      decisions.addAll(decided(group, now));
    }
    return List.copyOf(decisions);
  }

  private List<Decision> again(Evidence one, Skill holder, Instant now) {
    if (holder.state().retired()) {
      return List.of(
          skip(List.of(one), "part of the lesson '" + holder.name() + "', which was removed"));
    }
    return holds(holder, one) ? List.of(known(one, holder)) : decided(List.of(one), now);
  }

  private static boolean holds(Skill holder, Evidence one) {
    return holder.evidence().stream()
        .anyMatch(held -> held.id().equals(one.id()) && !Enriched.is(held, one));
  }

  private static Decision known(Evidence one, Skill holder) {
    return skip(List.of(one), "part of the lesson '" + holder.name() + "' already");
  }

  private List<Decision> decided(List<Evidence> group, Instant now) {
    try {
      return List.of(decide(group, now));
    } catch (StaleRevisionException e) {
      library.follow();
      return decidedAfterRace(group, now);
    }
  }

  // Whoever was faster may have learned from the same evidence: another process, or this one, if
  // the store failed after it had saved.
  private List<Decision> decidedAfterRace(List<Evidence> group, Instant now) {
    List<Decision> decisions = new ArrayList<>();
    List<Evidence> left = new ArrayList<>();
    for (Evidence one : group) {
      library
          .snapshot()
          .holding(one.id())
          .filter(holder -> holds(holder, one))
          .ifPresentOrElse(holder -> decisions.add(known(one, holder)), () -> left.add(one));
    }
    if (!left.isEmpty()) {
      decisions.add(decide(left, now));
    }
    return decisions;
  }

  private Decision decide(List<Evidence> group, Instant now) {
    try {
      return made(group, now);
    } catch (IllegalArgumentException e) {
      // Tried again it would be refused again, and everything after it would wait for ever.
      monitor.failed("a lesson that cannot be kept", e);
      return skip(group, "no skill can be made of it: it was refused");
    }
  }

  private Decision made(List<Evidence> group, Instant now) {
    LibrarySnapshot snapshot = library.snapshot();
    Evidence newest = group.get(group.size() - 1);
    if (Nearest.wasRemoved(newest, snapshot)) {
      return skip(group, "a person removed this lesson");
    }
    List<Skill> nearest =
        snapshot.holding(newest.id()).map(List::of).orElseGet(() -> Nearest.of(newest, snapshot));
    Proposal proposal = codifier.ask(group, nearest);
    if (proposal instanceof Proposal.Keep keep) {
      return keep(keep, group, snapshot, now);
    }
    if (proposal instanceof Proposal.Merge merge) {
      return merge(merge, snapshot.byId(merge.skill()).orElseThrow(), group, now);
    }
    return skip(group, proposal.reason());
  }

  private Decision keep(
      Proposal.Keep keep, List<Evidence> group, LibrarySnapshot seen, Instant now) {
    Skill first = Writing.first(library, keep.draft(), group, keep.reason(), now);
    checkNobodyWasFaster(first, group, seen);
    String suspicion = Suspicion.of(group, keep.draft());
    Skill ruled = promoting.rule(first, first.evidence(), suspicion, library.snapshot());
    Optional<String> crowded = promoting.crowded(ruled, library.snapshot());
    return crowded.isPresent() ? skip(group, crowded.get()) : saved(Outcome.KEEP, ruled, group);
  }

  // Another process that did not wait for its turn may have learned from the same evidence since
  // the
  // library was looked at; beside its lesson, the id of ours would be that of a second one.
  private void checkNobodyWasFaster(Skill first, List<Evidence> group, LibrarySnapshot seen) {
    LibrarySnapshot now = library.snapshot();
    for (Evidence one : group) {
      if (seen.holding(one.id()).isEmpty() && now.holding(one.id()).isPresent()) {
        throw new StaleRevisionException(first.id(), first.revision(), first.revision());
      }
    }
  }

  private Decision merge(Proposal.Merge merge, Skill skill, List<Evidence> group, Instant now) {
    Evidence newest = group.get(group.size() - 1);
    String suspicion = Suspicion.of(group, merge.draft());
    Optional<String> refusal = Merging.refusal(skill, group, suspicion);
    if (refusal.isPresent()) {
      return skip(group, refusal.get());
    }
    Skill next = Writing.next(skill, group, now);
    boolean opposes = Kinship.of(skill, newest) == Kinship.OPPOSES;
    String reason = skill.pinned() ? merge.reason() + "; the pinned words stay" : merge.reason();
    boolean held = false;
    if (Merging.mayChangeWords(skill, newest)) {
      Skill worded = Writing.words(next, merge.draft());
      held = isHeld(skill, worded);
      next = held ? next : worded;
      reason = held ? beside(worded, reason, now) : reason;
    }
    next = Writing.state(next, next.state(), reason);
    boolean open = skill.state() == SkillState.CANDIDATE || (opposes && !held);
    List<Evidence> counted = opposes ? group : next.evidence();
    return saved(
        Outcome.MERGE,
        open ? promoting.rule(next, counted, Suspicion.of(counted), library.snapshot()) : next,
        group);
  }

  // What is active was approved, by a person or by the policy; so must be its new words.
  private boolean isHeld(Skill skill, Skill worded) {
    return skill.state() == SkillState.ACTIVE
        && !worded.text().equals(skill.text())
        && promoting.holdsBack(worded);
  }

  private String beside(Skill worded, String reason, Instant now) {
    String why = reason + "; the promotion policy holds the new words back";
    Waiting.revision(library, worded, Writing.SELF, why, now).ifPresent(library::save);
    return why;
  }

  /** Returns what would be written today of a skill's evidence, if that is something else. */
  public Optional<Rewording> rewording(Skill skill) {
    boolean fixed = skill.pinned() || skill.evidence().isEmpty() || Waiting.is(skill);
    if (fixed || skill.state().retired()) {
      return Optional.empty();
    }
    Evidence newest = skill.evidence().get(skill.evidence().size() - 1);
    Proposal proposal = codifier.ask(List.of(newest), List.of(skill));
    Optional<Draft> draft =
        proposal instanceof Proposal.Merge merge
            ? Optional.of(merge.draft())
            : proposal instanceof Proposal.Keep keep ? Optional.of(keep.draft()) : Optional.empty();
    return draft
        .map(words -> Writing.words(skill, words).text())
        .filter(text -> !SkillFile.sameText(text, skill.text()))
        .map(
            text ->
                new Rewording(
                    skill, text, TextDiff.of(skill.name(), skill.text(), "today's rules", text)));
  }

  private Decision saved(Outcome outcome, Skill skill, List<Evidence> group) {
    library.save(skill);
    return new Decision(
        outcome, skill.reason(), ids(group), skill.id(), skill.name(), skill.state());
  }

  private static Decision skip(List<Evidence> group, String reason) {
    return new Decision(Outcome.SKIP, reason, ids(group), "", "", SkillState.CANDIDATE);
  }

  private static List<String> ids(List<Evidence> group) {
    return group.stream().map(Evidence::id).toList();
  }
}
