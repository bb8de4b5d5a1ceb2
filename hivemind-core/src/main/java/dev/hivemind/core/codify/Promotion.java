package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.core.mine.Signals;
import dev.hivemind.core.mine.words.Horizon;
import dev.hivemind.core.mine.words.Phrasing;
import dev.hivemind.core.text.Slots;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether a lesson may be active by itself. One explicit correction of an authorised person
 * suffices; words alone must be sure and say what is wanted; an observation needs a second session.
 */
final class Promotion {
  /** The calibrated probability from which words and what followed them count as sure. */
  static final double SURE = .9;

  /** A refusal pushes back in 78% of cases: below that its words speak against it. */
  static final double EXPLICIT = .75;

  /**
   * Below this a piece of evidence has no vote. Push-backs and other turns are best told apart
   * here: what is lost by taking in a turn too many is little, since words alone make nothing
   * active.
   */
  static final double LIKELY = .4;

  private static final Pattern ASKS = Pattern.compile(".*[?\uff1f]\\W*+", Pattern.DOTALL);

  private static final int REASON = 20;
  private static final int FEW = 8;
  // "Please" as the languages with cues say it.
  private static final Pattern POLITE =
      Pattern.compile(
          "(?iu)\\b(?:please|pls|plz|bitte|por favor|s'il (?:te|vous) pla\u00eet|svp|stp)\\b|\u8bf7|\u304a\u9858\u3044|\u304f\u3060\u3055\u3044");
  private static final Pattern OBJECT = Pattern.compile("<(?:path|url|mail|hash|uuid|id)>");

  private Promotion() {}

  /** Returns the ruling on a lesson of a scope that stands on this evidence. */
  static Ruling of(Scope scope, List<Evidence> evidence) {
    List<Evidence> persons =
        evidence.stream().filter(one -> Sources.isPersons(one) && maySpeak(scope, one)).toList();
    if (!persons.isEmpty()) {
      return taught(persons);
    }
    return evidence.stream().anyMatch(Sources::isPersons)
        ? Ruling.candidate("nobody whose word may become a lesson here said so")
        : observed(evidence);
  }

  /** Returns whether the author's word may become a lesson of the scope. */
  static boolean maySpeak(Scope scope, Evidence one) {
    Role role = one.author().role();
    return role.authorised() || (role == Role.END_USER && scope.belongsTo(one.author()));
  }

  private static Ruling taught(List<Evidence> persons) {
    if (Handwork.isMute(persons)) {
      return Ruling.candidate("the new value may be this object's: waits for a second session");
    }
    for (Evidence one : persons) {
      if (one.kind() == Kind.CORRECTION) {
        return Ruling.active("one explicit correction by an authorised person");
      }
      if (isExplicit(one)
          && one.probability() >= EXPLICIT
          && (saysWhatToDo(one) || (isSigned(one, Signals.WANTED) && instructs(one)))) {
        return Ruling.active(
            "an authorised person refused or changed the act and said what is wanted");
      }
      if (one.probability() >= SURE && saysWhatToDo(one) && !isSigned(one, Signals.EDITED_FILE)) {
        return Ruling.active(
            "an authorised person said what is wanted right after the act, sure enough");
      }
    }
    return agreed(persons)
        ? Ruling.active("two sessions agree")
        : Ruling.candidate("not sure enough by itself: waits for a second signal or a person");
  }

  private static boolean isExplicit(Evidence one) {
    return isSigned(one, Signals.EDITED_CALL)
        || isSigned(one, Signals.EDITED_ANSWER)
        || isSigned(one, Signals.REFUSED);
  }

  private static boolean saysWhatToDo(Evidence one) {
    if (!isSpoken(one)) {
      return !one.changes().isEmpty() || isSigned(one, Signals.REDONE);
    }
    return saysRule(one) || (wasHeeded(one) && !onlyAsks(one) && !isWish(one));
  }

  private static boolean saysRule(Evidence one) {
    return saysSomething(one) && Horizon.anyRule(Sentences.of(one.wanted()));
  }

  /**
   * Returns whether there is anything in a person's push-back that could hold the next time: a
   * rule, an instruction that is not tied to the moment, or a change. The rest is a remark.
   */
  static boolean mayLast(Evidence one) {
    return one.kind() == Kind.CORRECTION || !isSpoken(one) || saysWhatToDo(one) || instructs(one);
  }

  // The reason of a refusal says what is wanted, with or without a word that shows it.
  private static boolean saysSomething(Evidence one) {
    return isSigned(one, Signals.WANTED)
        || (isSigned(one, Signals.REFUSED) && one.wanted().length() >= REASON);
  }

  // What names a file, an address or a branch is about that one.
  private static boolean instructs(Evidence one) {
    return saysSomething(one)
        && Sentences.of(one.wanted()).stream()
            .anyMatch(
                sentence ->
                    !Horizon.isQuestion(sentence)
                        && !Horizon.isMoment(sentence)
                        && !OBJECT.matcher(Slots.mask(sentence)).find());
  }

  // "A bit shorter please": what is asked for politely in a few words, without a rule or an
  // objection,
  // is wanted of this one answer.
  private static boolean isWish(Evidence one) {
    Phrasing phrasing = Phrasing.of(one.wanted());
    return POLITE.matcher(one.wanted()).find() && phrasing.words() <= FEW && !phrasing.objects();
  }

  // What a person changed with his own hands needs no words.
  private static boolean isSpoken(Evidence one) {
    return !isSigned(one, Signals.EDITED_CALL)
        && !isSigned(one, Signals.EDITED_ANSWER)
        && !isSigned(one, Signals.EDITED_FILE);
  }

  // After the words the agent made the same call on the same object with another setting: that is
  // the lesson, however the words were.
  private static boolean wasHeeded(Evidence one) {
    boolean same =
        one.signals().stream()
            .anyMatch(found -> found.name().equals(Signals.REDONE) && found.weight() >= 1);
    boolean chosen =
        !isSigned(one, Signals.REFUSED) || one.changes().stream().anyMatch(Deltas::isChosen);
    return same && chosen && !ChangeWords.of(List.of(one)).isEmpty();
  }

  // "Shouldn't we run the tests first?" may be meant as an order; until somebody says so it is a
  // question.
  static boolean onlyAsks(Evidence one) {
    List<String> sentences = Sentences.of(one.wanted());
    return !sentences.isEmpty()
        && sentences.stream()
            .allMatch(sentence -> ASKS.matcher(sentence).matches() && Horizon.isQuestion(sentence));
  }

  private static boolean isSigned(Evidence one, String signal) {
    return one.signals().stream().anyMatch(found -> found.name().equals(signal));
  }

  // Independent sessions: they are all wrong with the product of their chances of being wrong.
  private static boolean agreed(List<Evidence> evidence) {
    List<Evidence> voters =
        evidence.stream().filter(one -> one.probability() >= LIKELY && mayLast(one)).toList();
    double wrong = 1;
    for (String session : voters.stream().map(Evidence::session).distinct().toList()) {
      wrong *=
          1
              - voters.stream()
                  .filter(one -> one.session().equals(session))
                  .mapToDouble(Evidence::probability)
                  .max()
                  .orElse(0);
    }
    return sessions(voters) > 1 && 1 - wrong >= SURE;
  }

  private static long sessions(List<Evidence> evidence) {
    return evidence.stream().map(Evidence::session).distinct().count();
  }

  private static Ruling observed(List<Evidence> pairs) {
    if (pairs.stream().anyMatch(Safeguard::isTouched)) {
      return Ruling.candidate("what changed may be a safeguard: waits for a person");
    }
    List<Evidence> clean = pairs.stream().filter(one -> !isSigned(one, Signals.FOREIGN)).toList();
    if (sessions(clean) > 1) {
      return Ruling.active("the same change cured the same error in two sessions");
    }
    return clean.size() < pairs.size()
        ? Ruling.candidate("what changed came from a tool's output")
        : Ruling.candidate("seen in one session: waits for a second");
  }
}
