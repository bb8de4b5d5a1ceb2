package dev.hivemind.core.mine;

import dev.hivemind.AgentEvent;
import dev.hivemind.AgentEvent.Approval;
import dev.hivemind.AgentEvent.Correction;
import dev.hivemind.AgentEvent.Edit;
import dev.hivemind.AgentEvent.Interrupted;
import dev.hivemind.AgentEvent.Prompt;
import dev.hivemind.AgentEvent.Revert;
import dev.hivemind.Evidence.Change;
import dev.hivemind.core.text.Slots;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Pairs of an error and a success from which nothing may be learned. Of the fix pairs counted in
 * real sessions about half were build, lint or test loops cured by an edit in between, most file
 * reads were fixed by another path, and one in ten only hid the exit status.
 */
final class NoLesson {
  // The same call would have worked a moment later: nothing was wrong with it.
  private static final Pattern PASSING =
      Pattern.compile(
          "time[d ]?[ -]?out|deadline exceeded|connection (?:re(?:set|fused)|aborted|closed)|econn|etimedout|enotfound"
              + "|rate.?limit|too many requests|\\b(?:429|50[0234])\\b|gateway|unavailable|overloaded|network|socket"
              + "|resolve host|temporar|try again|broken pipe|deadlock|lock wait|tiempo de espera|zeit\u00fcberschreitung|超时",
          Pattern.CASE_INSENSITIVE);

  // Somebody said no, or a key is missing: the way around it is not a lesson.
  private static final Pattern REFUSAL =
      Pattern.compile(
          "permission|denied|forbidden|unauthori[sz]ed|\\b40[13]\\b|not (?:allowed|permitted|authori[sz]ed)|must be logged in"
              + "|credential|authenticat|(?:missing|expired|invalid|bearer|access|no|api)[ _-](?:token|key)|login|privilege"
              + "|sandbox|requires? approval|(?:rejected|declined|doesn't want)|blocked by|policy|berechtigung|permiso|权限|未授权",
          Pattern.CASE_INSENSITIVE);

  // A check that counts what it found speaks of the work, not of the call that ran it.
  private static final Pattern FINDINGS =
      Pattern.compile(
          "\\b\\d+ (?:problems?|errors?|failures?|failed|failing|warnings?|issues?|violations?|offen[cs]es?)\\b"
              + "|\\b(?:failures?|errors|problems|failed): ?[1-9]|\\bassert\\w*(?:error|ion)|--- fail",
          Pattern.CASE_INSENSITIVE);

  // What makes a failure invisible, or forces through what was refused.
  private static final Pattern BYPASS =
      Pattern.compile(
          "\\|\\s*(?:head|tail|cat|grep|tee|sed|awk|wc|sort|less|more|true)\\b|\\|\\|\\s*(?:true|:|echo|exit 0)|2>\\s*/dev/null|2>&1"
              + "|;\\s*(?:true|echo|exit 0)\\b|\\bset \\+e\\b|--no-verify|--force|(?:^|\\s)-f\\b|\\bsudo\\b|--?(?:D?skip|ignore|no-check"
              + "|allow|disable|exclude|insecure|no-strict)\\w*|--dangerously|-run\\b|--filter|-Dtest|--tests?\\b|-k\\s",
          Pattern.CASE_INSENSITIVE);

  // Looking changes nothing; everything else may have cured the error.
  private static final Pattern LOOKING =
      Pattern.compile(
          "^(?:\\w*[_.-])?(?:read|get|list|search|find|grep|glob|show|view|describe|query|fetch|look|check|status|ls|cat|explain"
              + "|lesen|suchen|leer|ver|buscar|consultar|lire|chercher|ler|buscar)(?:[_.-]\\w*|[A-Z]\\w*)?$"
              + "|(?i)^(?:read|grep|glob|ls|websearch|webfetch|think|todowrite)$|_(?:lesen|suchen|pruefen)$");
  private static final Pattern LOOKING_COMMAND =
      Pattern.compile(
          "(?:ls|cat|grep|rg|find|head|tail|wc|which|pwd|file|stat|type|env|git (?:status|log|diff|show|branch))\\b[^>;&|]*");

  private static final Set<String> TARGETS = Set.of("<path>", "<url>", "<mail>");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private NoLesson() {}

  /** Returns whether a person took part: then it is theirs to teach, not the error's. */
  static boolean personSteppedIn(AgentEvent event) {
    return event instanceof Prompt
        || event instanceof Correction
        || event instanceof Approval
        || event instanceof Edit
        || event instanceof Interrupted
        || event instanceof Revert;
  }

  /** Returns whether an act between error and success may itself have been the cure. */
  static boolean mayHaveWritten(Act act) {
    if (!act.isCall() || act.failed() || act.refused() || LOOKING.matcher(act.tool()).find()) {
      return false;
    }
    return Leaves.values(act.text()).stream()
        .limit(1)
        .noneMatch(command -> LOOKING_COMMAND.matcher(command.strip()).matches());
  }

  static boolean isPassing(String error) {
    return PASSING.matcher(error).find();
  }

  static boolean isRefusal(String error) {
    return REFUSAL.matcher(error).find();
  }

  /** Returns whether the error is a report of a check on the work: a lint, build or test loop. */
  static boolean isReport(String error) {
    return FINDINGS.matcher(error).find();
  }

  /** Returns whether the success was had elsewhere: another file, another address. */
  static boolean isOtherTarget(String error, String fix) {
    return Leaves.changes(error, fix).stream().anyMatch(NoLesson::movesTarget);
  }

  // Of a command or a text only what was exchanged counts.
  private static boolean movesTarget(Change change) {
    List<String> gone = missing(change.from(), change.to());
    List<String> come = missing(change.to(), change.from());
    return !gone.isEmpty()
        && gone.size() == come.size()
        && gone.stream().allMatch(TARGETS::contains)
        && come.equals(gone);
  }

  private static List<String> missing(String in, String from) {
    Set<String> known = BLANKS.splitAsStream(from).collect(Collectors.toSet());
    return BLANKS
        .splitAsStream(in)
        .filter(token -> !token.isEmpty() && !known.contains(token))
        .map(Slots::mask)
        .toList();
  }

  /** Returns whether the change hides the failure, narrows the check or forces its way. */
  static boolean isBypass(String error, String fix) {
    return Leaves.changes(error, fix).stream()
        .anyMatch(one -> BYPASS.matcher(one.to()).find() && count(one.to()) > count(one.from()));
  }

  private static long count(String text) {
    return BYPASS.matcher(text.toLowerCase(Locale.ROOT)).results().count();
  }
}
