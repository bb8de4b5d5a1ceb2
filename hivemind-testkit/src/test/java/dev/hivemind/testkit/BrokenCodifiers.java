package dev.hivemind.testkit;

import dev.hivemind.Codifier;
import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Proposal;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.Skill;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A plain codifier that keeps the contract, and codifiers that break one promise each. */
final class BrokenCodifiers {
  static final Map<String, Codifier> ALL =
      Map.ofEntries(
          Map.entry("no reason", words(BrokenCodifiers::keep, "")),
          Map.entry(
              "description of two lines", said(d -> draft(d.name(), "a\nb refund", d.body()))),
          Map.entry("no name", said(d -> draft("", d.description(), d.body()))),
          Map.entry("no body", said(d -> draft(d.name(), d.description(), " "))),
          Map.entry("all of the text", BrokenCodifiers::allOfTheText),
          Map.entry("wanted is lost", said(d -> draft(d.name(), d.description(), "Be careful."))),
          Map.entry("trigger is lost", said(d -> draft(d.name(), "Be careful.", d.body()))),
          Map.entry("value is lost", without("settled")),
          Map.entry("skips corrections", (group, nearest) -> new Proposal.Skip("no")),
          Map.entry("merges the unknown", BrokenCodifiers::mergesTheUnknown),
          Map.entry("merges another", BrokenCodifiers::mergesAnother),
          Map.entry("fails on a kind", failing(one -> one.kind() == Kind.CONFIRMATION)),
          Map.entry("fails on strange words", failing(one -> one.wanted().contains("\uD83D "))),
          Map.entry("fails on nothing said", failing(one -> one.wanted().isEmpty())),
          Map.entry("fails on many", BrokenCodifiers::failsOnMany),
          Map.entry("answers once", new AnswersOnce()));

  private BrokenCodifiers() {}

  static Proposal sound(List<Evidence> group, List<Skill> nearest) {
    return keep(group, nearest, "somebody said so");
  }

  private static Proposal keep(List<Evidence> group, List<Skill> nearest, String reason) {
    Evidence newest = group.get(group.size() - 1);
    String wanted = newest.wanted().strip();
    if (wanted.isEmpty()) {
      return new Proposal.Skip(reason);
    }
    Draft draft =
        draft(
            newest.situation().tool(),
            "When " + newest.situation().task() + ": " + newest.situation().tool(),
            wanted.substring(0, Math.min(5_000, wanted.length())) + newest.changes());
    return nearest.isEmpty()
        ? new Proposal.Keep(draft, reason)
        : new Proposal.Merge(nearest.get(0).id(), draft, reason);
  }

  private interface Answer {
    Proposal of(List<Evidence> group, List<Skill> nearest, String reason);
  }

  private interface Odd {
    boolean is(Evidence one);
  }

  private static Draft draft(String name, String description, String body) {
    return new Draft(name, description, body);
  }

  private static Codifier words(Answer answer, String reason) {
    return (group, nearest) -> answer.of(group, nearest, reason);
  }

  private static Codifier said(UnaryOperator<Draft> other) {
    return (group, nearest) ->
        sound(group, List.of()) instanceof Proposal.Keep keep
            ? new Proposal.Keep(other.apply(keep.draft()), keep.reason())
            : new Proposal.Skip("nothing said");
  }

  private static Codifier without(String word) {
    return said(d -> draft(d.name(), d.description(), d.body().replace(word, "")));
  }

  private static Codifier failing(Odd odd) {
    return (group, nearest) -> {
      if (group.stream().anyMatch(odd::is)) {
        throw new IllegalArgumentException("odd");
      }
      return sound(group, nearest);
    };
  }

  private static Proposal allOfTheText(List<Evidence> group, List<Skill> nearest) {
    String wanted = group.get(0).wanted();
    return wanted.isBlank()
        ? sound(group, nearest)
        : new Proposal.Keep(draft("refund", "refund", wanted + group.get(0).changes()), "said");
  }

  private static Proposal mergesTheUnknown(List<Evidence> group, List<Skill> nearest) {
    return new Proposal.Merge("s-made-up", draft("refund", "refund", "settlement window"), "said");
  }

  private static Proposal mergesAnother(List<Evidence> group, List<Skill> nearest) {
    return nearest.isEmpty()
        ? sound(group, nearest)
        : new Proposal.Merge("s-same", draft("refund", "refund", "settlement window"), "said");
  }

  private static Proposal failsOnMany(List<Evidence> group, List<Skill> nearest) {
    if (group.size() > 50) {
      throw new IllegalStateException("too many");
    }
    return sound(group, nearest);
  }

  private static final class AnswersOnce implements Codifier {
    private String last = "";

    @Override
    public Proposal propose(List<Evidence> group, List<Skill> nearest) {
      String asked = group.toString();
      if (asked.equals(last)) {
        throw new IllegalStateException("asked already");
      }
      last = asked;
      return sound(group, nearest);
    }
  }
}
