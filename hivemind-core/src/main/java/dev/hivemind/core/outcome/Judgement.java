package dev.hivemind.core.outcome;

import dev.hivemind.CodifyReport.Decision;
import dev.hivemind.CodifyReport.Outcome;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.core.codify.Recurrence;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.outcome.Exposure.Followed;
import dev.hivemind.core.outcome.Trail.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person's push-back says of the skills the session was shown, by the outcome table:
 * corrected again and followed, the skill is wrong; corrected again and not followed, it was
 * ignored; corrected and not shown, it was missed.
 *
 * <p>Corrected again means: about the same as the skill, saying the same or the contrary. A skill
 * is judged by a push-back only if its author's word may become a lesson where the skill is saved:
 * no customer can talk a lesson of the operator's away.
 */
final class Judgement {
  private static final double LIKELY = .5;

  private final LibrarySnapshot library;
  private final Outcomes outcomes;
  private final Map<String, String> mergedInto = new HashMap<>();
  private final Map<String, String> refuted = new LinkedHashMap<>();
  private final List<String> proved = new ArrayList<>();

  Judgement(LibrarySnapshot library, Outcomes outcomes, List<Decision> decided) {
    this.library = library;
    this.outcomes = outcomes;
    for (Decision decision : decided) {
      if (decision.outcome() == Outcome.MERGE) {
        decision.evidence().forEach(id -> mergedInto.put(id, decision.skill()));
      }
    }
  }

  Map<String, String> refuted() {
    return refuted;
  }

  List<String> proved() {
    return proved;
  }

  void hear(Evidence evidence, Trail trail) {
    String mark = Mark.of(evidence.id());
    Told told = trail.told(mark);
    if (!isPersons(evidence) || evidence.probability() < LIKELY) {
      return;
    }
    if (!told.counted()) {
      outcomes.weeks().correction(Weeks.monday(evidence.at()), evidence.scope());
      missed(evidence, told, trail);
    }
    repeated(evidence, trail);
    boolean settled = told.settled() || settled(evidence, told, trail);
    trail.note(mark, new Told(told.step(), true, settled));
  }

  private static boolean isPersons(Evidence evidence) {
    return evidence.kind() != Kind.FIX_PAIR && evidence.kind() != Kind.CONFIRMATION;
  }

  private void repeated(Evidence evidence, Trail trail) {
    for (String event : evidence.events()) {
      String mark = Mark.of(event);
      trail.opportunities().stream()
          .filter(one -> one.holds(mark))
          .forEach(one -> one.repeated(outcomes.weeks()));
    }
  }

  // What was shown after the person spoke is not what the person spoke of.
  private boolean settled(Evidence evidence, Told told, Trail trail) {
    boolean any = false;
    for (Exposure exposure : trail.exposures()) {
      boolean again =
          exposure.since < told.step()
              && library
                  .byId(exposure.skill)
                  .filter(skill -> Recurrence.is(skill, evidence))
                  .isPresent();
      if (again) {
        corrected(exposure, evidence);
        any = true;
      }
    }
    return any;
  }

  private void corrected(Exposure exposure, Evidence evidence) {
    Skill skill = library.byId(exposure.skill).orElseThrow();
    Tally tally = outcomes.tally(skill.id());
    if (!mayJudge(evidence, skill)) {
      exposure.failed();
      return;
    }
    if (!exposure.corrected() || !exposure.shown) {
      return;
    }
    Followed followed = exposure.followed(Procedure.of(skill).isPresent());
    if (followed == Followed.YES) {
      tally.correctedAgain++;
      tally.strikes++;
      refuted.put(skill.id(), evidence.id());
    } else if (followed == Followed.NO) {
      tally.ignored++;
    }
  }

  private static boolean mayJudge(Evidence evidence, Skill skill) {
    return evidence.author().role().authorised() || skill.scope().belongsTo(evidence.author());
  }

  private void missed(Evidence evidence, Told told, Trail trail) {
    String into = mergedInto.getOrDefault(evidence.id(), "");
    library
        .byId(into)
        .filter(skill -> skill.evidence().stream().noneMatch(one -> isSame(one, evidence)))
        .filter(skill -> mayJudge(evidence, skill))
        .ifPresent(
            skill -> {
              boolean told0 =
                  trail.exposure(into).filter(one -> one.since < told.step()).isPresent();
              if (skill.state() == SkillState.ACTIVE && !told0) {
                outcomes.tally(into).missed++;
              } else if (skill.state() == SkillState.SUSPENDED) {
                outcomes.tally(into);
                proved.add(into);
              }
            });
  }

  private static boolean isSame(Evidence one, Evidence other) {
    return one.id().equals(other.id());
  }
}
