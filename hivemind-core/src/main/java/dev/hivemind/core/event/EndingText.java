package dev.hivemind.core.event;

import dev.hivemind.ToolStatus;
import java.util.regex.Pattern;

/**
 * How a call ended, by the first words of a plain text. A document may speak of errors anywhere, so
 * only how a text begins counts, and a sentence that might be one only if the text is short.
 */
final class EndingText {
  private static final int HEAD = 400;
  private static final int SHORT = 600;

  private static final Pattern ERROR =
      insensitive(
          "(?:\\[error\\]|<error>|<tool_use_error>)"
              + "|(?:fatal |tool |execution |internal |server |unexpected )?(?:error|exception|failure|fatal)\\s*(?:[:!]|\\(|- )"
              + "|(?:fehler|erreur|errore?|erro|ошибка|错误|錯誤|エラー|오류)\\s*[:：]"
              + "|(?:an? )?(?:unexpected |internal |unknown )?(?:error|exception) (?:has )?(?:occurred|occured|happened|was thrown)"
              + "|error (?:calling|executing|invoking|running|processing|parsing|while|when|during|occurred|from tool)"
              + "|exception (?:occurred )?in (?:tool|thread)"
              + "|traceback \\(most recent call last\\)"
              + "|there is no tool named|no tool(?:callback)? found"
              + "|(?:tool|function) ['\"`]?[\\w.-]+['\"`]? (?:execution )?(?:failed|not found|does not exist)"
              + "|(?:\\w+ )?(?:timed out|timeout)(?: after|:|\\.|$)"
              + "|(?:http(?:/[\\d.]+)? ?|status(?: code)?:? ?)?[45]\\d\\d:? (?:bad request|unauthorized|forbidden|not found|method not"
              + "|conflict|gone|unprocessable|too many|internal server|not implemented|bad gateway|service unavail|gateway time)"
              + "|(?:process |command )?(?:exited with |failed with |exit )(?:exit )?(?:code|status):? ?[1-9]");

  // The name of an exception is written in its own way.
  private static final Pattern THROWN =
      Pattern.compile(
          "(?:[a-z_$][\\w$]*+\\.){0,30}+[A-Z]\\w{0,200}(?:Exception|Error)\\b\\s*(?::|\\(|$|\\R)");

  private static final Pattern SENTENCE =
      insensitive(
          "(?:failed|unable|could not|couldn't|cannot|was not able) (?:to )?\\w+"
              + "|can't (?:be|find|open|read|write|connect|reach|access|create|load|parse|resolve)\\b"
              + "|(?:no such|unknown|invalid|illegal|missing|unsupported|unrecogni[sz]ed|malformed) (?:file|director|tool|command"
              + "|function|method|argument|parameter|option|flag|field|column|table|request|value|input|json|id\\b|key|or missing|required)"
              + "|(?:required )?(?:argument|parameter|field|property) ['\"`]?[\\w.]+['\"`]? (?:of \\S+ \\S+ )?(?:is|was) (?:missing|required|invalid|not)"
              + "|(?:access|permission) (?:is |was )?denied"
              + "|[\\w./-]{1,60}: (?:[^\\n]{1,120}: )?(?:command not found|no such file or directory|permission denied|cannot \\w+)");

  private static final Pattern WAITING =
      insensitive(
          "(?:this )?(?:tool )?(?:call|action|request|operation|command)? ?(?:requires|needs) (?:\\w+ )?(?:confirmation|approval)"
              + "|(?:still )?(?:waiting|awaiting|pending)\\b.{0,20}\\b(?:confirmation|approval|input|review|authori[sz]ation)"
              + "|(?:the |your )?(?:job|task|request|operation|command|build) [^.]{0,40}\\b(?:queued|submitted|scheduled|in progress"
              + "|(?:is|still|now) running|running in the background)");

  private static final Pattern STOPPED =
      insensitive(
          "(?:the |this )?(?:tool )?(?:call|use|action|request|operation|command|task) (?:is |was |has been )?(?:cancell?ed|aborted"
              + "|interrupted|rejected|denied|declined|not approved)\\b"
              + "|(?:cancell?ed|aborted|interrupted|rejected|denied|declined|not approved)(?: (?:by|due)\\b|\\s*[.:!]|$)"
              + "|(?:the )?(?:user|operator|human|person) (?:has )?(?:cancell?ed|rejected|denied|declined|refused|doesn't want|did not approve)"
              + "|permission to use .{1,60} (?:was |has been )?denied");

  private EndingText() {}

  private static Pattern insensitive(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** Returns how the call ended that returned this, a text without blanks around it. */
  static ToolStatus status(String text) {
    String head = text.length() <= HEAD ? text : text.substring(0, HEAD);
    boolean brief = text.length() <= SHORT;
    if (brief && begins(STOPPED, head)) {
      return ToolStatus.CANCELLED;
    }
    if (brief && begins(WAITING, head)) {
      return ToolStatus.PENDING;
    }
    if (begins(ERROR, head) || begins(THROWN, head) || (brief && begins(SENTENCE, head))) {
      return inner(head, brief);
    }
    return ToolStatus.OK;
  }

  // "Error: this call requires confirmation" waits, it did not fail.
  private static ToolStatus inner(String head, boolean brief) {
    int colon = head.indexOf(':');
    String rest = colon < 0 || colon > 40 ? "" : head.substring(colon + 1).strip();
    if (brief && begins(WAITING, rest)) {
      return ToolStatus.PENDING;
    }
    return brief && begins(STOPPED, rest) ? ToolStatus.CANCELLED : ToolStatus.ERROR;
  }

  private static boolean begins(Pattern pattern, String text) {
    return pattern.matcher(text).lookingAt();
  }
}
