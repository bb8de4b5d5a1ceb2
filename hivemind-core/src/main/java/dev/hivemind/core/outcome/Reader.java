package dev.hivemind.core.outcome;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.AgentEvent.Correction;
import dev.hivemind.AgentEvent.Edit;
import dev.hivemind.AgentEvent.Interrupted;
import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.AgentEvent.Revert;
import dev.hivemind.AgentEvent.ToolCall;
import dev.hivemind.AgentEvent.ToolResult;
import dev.hivemind.AgentEvent.Unknown;
import dev.hivemind.CodifyReport.Decision;
import dev.hivemind.Evidence;
import dev.hivemind.LearningReport.Group;
import dev.hivemind.Role;
import dev.hivemind.Skill;
import dev.hivemind.ToolStatus;
import dev.hivemind.Verdict;
import dev.hivemind.core.event.StoredEvent;
import dev.hivemind.core.library.LibrarySnapshot;
import dev.hivemind.core.outcome.Trail.Call;
import dev.hivemind.core.text.Slots;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one page of events, each into its session's trail. */
final class Reader {
  private final Outcomes outcomes;
  private final LibrarySnapshot library;
  private final Chances chances;
  private final Judgement judgement;

  Reader(Outcomes outcomes, LibrarySnapshot library, List<Decision> decided) {
    this.outcomes = outcomes;
    this.library = library;
    this.chances = new Chances(library, outcomes.weeks());
    this.judgement = new Judgement(library, outcomes, decided);
  }

  /** Returns which skills turned out wrong, each with the evidence that says so. */
  Map<String, String> refuted() {
    return judgement.refuted();
  }

  /** Returns the suspended skills of which somebody said the same again. */
  List<String> proved() {
    return judgement.proved();
  }

  void read(Step step, Trail trail) {
    StoredEvent stored = step.event();
    AgentEvent event = stored.event();
    trail.step();
    if (isPersons(event)) {
      trail.exposures().forEach(Exposure::spoken);
    }
    if (event instanceof Prompt) {
      trail.prompt();
    } else if (event instanceof Unknown own) {
      RecallRow.of(own).ifPresent(row -> recalled(row, trail));
    } else if (event instanceof ToolCall call) {
      called(stored, call, trail);
    } else if (event instanceof ToolResult result) {
      ended(result, trail);
    } else if (event instanceof Approval approval) {
      answered(approval, trail);
    }
    for (Evidence told : step.told()) {
      judgement.hear(told, trail);
      chances.learned(told);
    }
  }

  private static boolean isPersons(AgentEvent event) {
    return event instanceof Prompt
        || event instanceof Correction
        || event instanceof Approval
        || event instanceof Edit
        || event instanceof Revert
        || event instanceof Interrupted;
  }

  private void recalled(RecallRow row, Trail trail) {
    for (RecallRow.Entry entry : row.entries()) {
      if (library.byId(entry.skill()).isEmpty()) {
        continue;
      }
      Tally tally = outcomes.tally(entry.skill());
      if (trail.expose(entry.skill(), entry.wasShown(), row.tool(), tally)) {
        tally.shown += entry.wasShown() ? 1 : 0;
        tally.withheld += entry.wasShown() ? 0 : 1;
      }
      Group group = entry.wasShown() ? Group.SHOWN : Group.WITHHELD;
      trail.opportunities().stream()
          .filter(one -> one.turn == trail.turn() && one.skills.contains(entry.skill()))
          .forEach(one -> one.told(group, outcomes.weeks()));
    }
  }

  private void called(StoredEvent stored, ToolCall call, Trail trail) {
    String mark = Mark.of(call.call());
    String arguments = Mark.of(call.tool(), call.arguments());
    trail.call(mark, new Call(call.tool(), arguments));
    chances.called(stored, call, trail);
    for (Exposure exposure : trail.exposures()) {
      boolean follows =
          procedure(exposure.skill)
              .filter(one -> one.isFollowedBy(call.tool(), call.arguments()))
              .isPresent();
      exposure.called(mark, arguments, follows);
    }
  }

  private Optional<Procedure> procedure(String skill) {
    return library.byId(skill).flatMap(Procedure::of);
  }

  private void ended(ToolResult result, Trail trail) {
    String mark = Mark.of(result.call());
    if (result.status() == ToolStatus.HELD) {
      trail.call(mark).ifPresent(call -> held(call, trail));
    } else if (result.status() == ToolStatus.REJECTED) {
      chances.wentWrong(mark, trail);
    } else if (result.status() == ToolStatus.ERROR) {
      String signature = Slots.signature(result.output());
      trail.call(mark).ifPresent(call -> failed(call, mark, signature, trail));
    }
    trail.opportunities().stream().filter(one -> one.holds(mark)).forEach(Opportunity::answered);
  }

  private void held(Call call, Trail trail) {
    trail.exposures().stream()
        .filter(one -> one.shown && one.wasBefore(call.tool(), trail.turn()))
        .forEach(one -> one.held(call.arguments()));
  }

  private void failed(Call call, String mark, String signature, Trail trail) {
    for (Exposure exposure : trail.exposures()) {
      if (library.byId(exposure.skill).filter(one -> knows(one, call, signature)).isPresent()) {
        outcomes.tally(exposure.skill);
        exposure.failed();
      }
    }
    for (Opportunity one : trail.opportunities()) {
      boolean known =
          one.holds(mark)
              && one.skills.stream()
                  .map(library::byId)
                  .flatMap(Optional::stream)
                  .anyMatch(skill -> knows(skill, call, signature));
      if (known) {
        one.repeated(outcomes.weeks());
      }
    }
  }

  private static boolean knows(Skill skill, Call call, String signature) {
    return !signature.isEmpty()
        && skill.situations().stream()
            .anyMatch(one -> one.tool().equals(call.tool()) && one.error().equals(signature));
  }

  private void answered(Approval approval, Trail trail) {
    String mark = Mark.of(approval.call());
    if (approval.verdict() != Verdict.APPROVED) {
      chances.wentWrong(mark, trail);
    } else if (approval.session().author().role().compareTo(Role.END_USER) <= 0) {
      trail.exposures().forEach(one -> one.approved(mark));
    }
  }
}
