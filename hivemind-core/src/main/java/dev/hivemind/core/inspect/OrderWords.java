package dev.hivemind.core.inspect;

import java.util.regex.Pattern;

/**
 * What orders to a model sound like, in the languages they are most often written in; lower case.
 * Instructions are overridden, roles handed out, and people left out in few ways; ordinary work has
 * other words for what it does.
 */
final class OrderWords {
  /** Few words between the parts of a phrase, and no end of a sentence. */
  private static final String FEW = "[^.!?\\n]{0,40}?";

  static final Pattern OVERRIDE =
      Pattern.compile(
          "\\b(?:ignore|disregard|forget|override|bypass|overrule|drop|discard|do not follow|don't follow|stop following|skip)\\b"
              + FEW
              + "\\b(?:previous|prior|above|earlier|preceding|all|any|every|your|the system|those|these|system)\\b"
              + FEW
              + "\\b(?:instruction|prompt|rule|guideline|direction|polic|safeguard|guardrail|restriction|training|told|permission|safety)"
              + "|\\b(?:you are now|from now on you are|you will now act|pretend (?:to be|you are)|act as if you (?:are|were|have)|enter|enable|switch to|activate)\\b"
              + FEW
              + "\\b(?:dan|jailbr|developer mode|debug mode|god mode|admin mode|maintenance mode|root mode|unrestricted|unfiltered|no (?:restriction|limit|rule)|without (?:restriction|limit|rule))"
              + "|\\b(?:new|updated|real|actual|true|hidden|secret|override|priority) (?:system )?(?:instruction|prompt|directive|policy|task)s?\\b ?[:=-]"
              + "|\\b(?:system prompt|hidden prompt|initial instructions|system message)\\b"
              + "|\\b(?:ai|llm|assistant|agent|bot|model|copilot|chatbot)s?(?: agent| model| assistant)?s?(?: reading this| processing this)?\\s{0,2}[:,!]\\s{0,2}(?:always|never|you must|must|please|send|ignore|forward|wire|run|call|use|do|from now|remember)\\b"
              + "|\\b(?:note|message|attention|instruction|important|notice)s? (?:to|for) (?:all |the |any )?(?:ai|llm|assistant|agent|bot|model)s?\\b"
              // German, French, Spanish, Portuguese, Italian, Dutch, Polish, Turkish, Swedish.
              + "|\\b(?:ignorier|missacht|vergiss|vergesst|\u00fcbergeh|umgeh)\\w{0,4}\\b"
              + FEW
              + "(?:anweisung|vorgabe|regel|instruktion|richtlinie|sicherheit)"
              + "|\\b(?:ignore[rz]?|oublie[rz]?|ne tenez? (?:pas|plus) compte|fais abstraction|contourne[rz]?)\\b"
              + FEW
              + "(?:instruction|consigne|r[e\u00e8]gle|directive)"
              + "|\\b(?:ignor[ae]|olvida|haz caso omiso|omite|descarta|s[a\u00e1]lta)\\w{0,3}\\b"
              + FEW
              + "(?:instruccion|indicacion|regla|orden|norma|pol[i\u00ed]tica)"
              + "|\\b(?:ignor[ea]|esque[c\u00e7]a|desconsidere|desrespeite|contorne)\\w{0,3}\\b"
              + FEW
              + "(?:instru[c\u00e7]|regra|orienta|diretriz|pol[i\u00ed]tica)"
              + "|\\b(?:ignora|dimentica|trascura|aggira)\\w{0,3}\\b"
              + FEW
              + "(?:istruzion|regol|indicazion|direttiv)"
              + "|\\b(?:negeer|vergeet|omzeil)\\w{0,3}\\b"
              + FEW
              + "(?:instructie|regel|aanwijzing|richtlijn)"
              + "|\\b(?:zignoruj|ignoruj|zapomnij|pomi\u0144)\\w{0,3}\\b"
              + FEW
              + "(?:instrukcj|polece|zasad|regu)"
              + "|(?:talimat|kural|y\u00f6nerge)\\w{0,8}"
              + FEW
              + "(?:yok say|unut|g\u00f6rmezden gel|dikkate alma)"
              + "|\\b(?:ignorera|gl\u00f6m|strunta i)\\b"
              + FEW
              + "(?:instruktion|regler|anvisning)"
              // Russian, Ukrainian, Arabic, Hebrew, Persian, Hindi, Chinese, Japanese, Korean,
              // Vietnamese,
              // Indonesian.
              + "|(?:\u0438\u0433\u043d\u043e\u0440\u0438\u0440\u0443|\u0437\u0430\u0431\u0443\u0434\u044c|\u043d\u0435 \u0441\u043b\u0435\u0434\u0443\u0439|\u043f\u0440\u043e\u0438\u0433\u043d\u043e\u0440\u0438\u0440\u0443|\u0456\u0433\u043d\u043e\u0440\u0443)\\w{0,5}"
              + FEW
              + "(?:\u0438\u043d\u0441\u0442\u0440\u0443\u043a\u0446|\u043f\u0440\u0430\u0432\u0438\u043b|\u0443\u043a\u0430\u0437\u0430\u043d|\u0456\u043d\u0441\u0442\u0440\u0443\u043a\u0446)"
              + "|(?:\u062a\u062c\u0627\u0647\u0644|\u0627\u0646\u0633\u064e?|\u0646\u0627\u062f\u06cc\u062f\u0647|\u0641\u0631\u0627\u0645\u0648\u0634)"
              + FEW
              + "(?:\u062a\u0639\u0644\u064a\u0645\u0627\u062a|\u0627\u0644\u0642\u0648\u0627\u0639\u062f|\u0627\u0644\u0623\u0648\u0627\u0645\u0631|\u062f\u0633\u062a\u0648\u0631)"
              + "|(?:\u062f\u0633\u062a\u0648\u0631|\u0642\u0648\u0627\u0639\u062f)"
              + FEW
              + "(?:\u0646\u0627\u062f\u06cc\u062f\u0647|\u0641\u0631\u0627\u0645\u0648\u0634)"
              + "|(?:\u05d4\u05ea\u05e2\u05dc\u05dd|\u05d4\u05ea\u05e2\u05dc\u05de|\u05e9\u05db\u05d7)"
              + FEW
              + "(?:\u05d4\u05d5\u05e8\u05d0\u05d5\u05ea|\u05d4\u05d4\u05e0\u05d7\u05d9\u05d5\u05ea|\u05db\u05dc\u05dc\u05d9\u05dd|\u05d4\u05db\u05dc\u05dc\u05d9\u05dd)"
              + "|(?:\u0928\u093f\u0930\u094d\u0926\u0947\u0936|\u0928\u093f\u092f\u092e|\u0906\u0926\u0947\u0936)"
              + FEW
              + "(?:\u0905\u0928\u0926\u0947\u0916\u093e|\u092d\u0942\u0932|\u0928\u091c\u093c?\u0930\u0905\u0902\u0926\u093e\u091c\u093c?)"
              + "|(?:\u5ffd\u7565|\u65e0\u89c6|\u7121\u8996|\u5fd8\u8bb0|\u5fd8\u6389|\u4e0d\u8981\u9075\u5b88|\u7ed5\u8fc7)[^\u3002\\n]{0,20}(?:\u6307\u4ee4|\u6307\u793a|\u89c4\u5219|\u898f\u5247|\u63d0\u793a|\u8981\u6c42)"
              + "|(?:\u6307\u793a|\u547d\u4ee4|\u30eb\u30fc\u30eb|\u30d7\u30ed\u30f3\u30d7\u30c8)[^\u3002\\n]{0,12}(?:\u7121\u8996|\u5fd8\u308c|\u7834\u68c4)"
              + "|(?:\uc9c0\uc2dc|\uaddc\uce59|\uba85\ub839|\uc9c0\uce68)[^.\\n]{0,12}(?:\ubb34\uc2dc|\uc78a\uc5b4|\ubc84\ub824)"
              + "|\\bb\u1ecf qua\\b"
              + FEW
              + "(?:h\u01b0\u1edbng d\u1eabn|ch\u1ec9 d\u1eabn|quy t\u1eafc)"
              + "|\\b(?:abaikan|lupakan)\\b"
              + FEW
              + "(?:instruksi|perintah|aturan)");

  static final Pattern SECRECY =
      Pattern.compile(
          "\\b(?:do not|don't|never|without|avoid)\\b ?(?:to )?(?:tell|telling|inform|informing|mention|mentioning|notify|notifying|alert|alerting|reveal|revealing|show|showing)\\b"
              + FEW
              + "\\b(?:user|human|customer|operator|owner|anyone|anybody|developer|person|this|him|her|them)\\b"
              + "|\\b(?:without|skip|no need for|no) (?:asking|approval|confirmation|permission|consent|review|authori[sz]ation|verification|human)\\b"
              + "|\\b(?:exfiltrat|leak|secretly|covertly|silently|quietly)\\w{0,4}\\b"
              + FEW
              + "\\b(?:send|forward|copy|upload|post|email|transfer|add|bcc|data|key|token|secret|credential|password)"
              + "|\\b(?:send|forward|copy|upload|post|e-?mail|bcc|cc|mail|reveal|print|output|include|append|paste)\\b"
              + FEW
              + "\\b(?:api.?keys?|passwords?|credentials?|secrets?|tokens?|private keys?|\\.env|ssh keys?|session cookies?|environment variables?)\\b"
              + FEW
              + "(?:\\bto\\b|@|https?:|\\binto\\b|\\bin (?:your|the|every))"
              + "|\\b(?:ohne (?:zu fragen|nachfrage|r\u00fcckfrage|freigabe|best\u00e4tigung)|sag(?:e|t)? (?:es )?(?:dem|der|den) (?:nutzer|benutzer|kunden)\\b"
              + FEW
              + "nicht|heimlich)"
              + "|\\b(?:sans (?:demander|confirmation|autorisation|pr\u00e9venir)|ne (?:le )?dis pas|n'informe pas|en secret)"
              + "|\\b(?:sin (?:preguntar|confirmar|avisar|autorizaci\u00f3n|confirmaci\u00f3n)|no (?:le )?digas|en secreto)"
              + "|\\b(?:sem (?:perguntar|confirmar|avisar|autoriza\u00e7\u00e3o|confirma\u00e7\u00e3o)|n\u00e3o conte|em segredo)"
              + "|(?:\u0431\u0435\u0437 (?:\u043f\u043e\u0434\u0442\u0432\u0435\u0440\u0436\u0434|\u0440\u0430\u0437\u0440\u0435\u0448|\u0441\u043f\u0440\u043e\u0441)|\u043d\u0435 \u0433\u043e\u0432\u043e\u0440\u0438|\u043d\u0435 \u0441\u043e\u043e\u0431\u0449\u0430\u0439|\u0442\u0430\u0439\u043d\u043e)"
              + "|(?:\u4e0d\u8981\u544a\u8bc9|\u522b\u544a\u8bc9|\u65e0\u9700\u786e\u8ba4|\u4e0d\u7528\u786e\u8ba4|\u65e0\u9700\u6279\u51c6|\u79d8\u5bc6\u5730|\u5077\u5077)"
              + "|(?:\u78ba\u8a8d\u305b\u305a\u306b|\u78ba\u8a8d\u306a\u3057\u3067|\u77e5\u3089\u305b\u305a\u306b|\u79d8\u5bc6\u306b)");

  private OrderWords() {}
}
