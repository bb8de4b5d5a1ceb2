package dev.hivemind.core.mine.words;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How far a sentence reaches: a rule holds the next time too, a remark is about what lies on the
 * table now. "We never force-push" is a lesson; "don't check this in" is not, and shown before
 * another call it would be wrong.
 */
public final class Horizon {
  private static final Pattern PARENTHESES = Pattern.compile("\\([^()]{0,400}\\)?");
  // A mark ends it, and at most brackets, quotes or a smile after the mark.
  private static final Pattern QUESTION =
      Pattern.compile("(?s).*[?\uff1f][\\s)\"'\\p{So}\\p{Cn}]*");

  // People leave the mark out; an English sentence that begins so asks all the same.
  private static final Pattern ASKING =
      Pattern.compile(
          "(?:is|are|was|were|does|did|can|could|should|would|will|what|why|how|where|which|who) (?:we|you|i|it|there|this|that|these|the|they|he|she|is|are|do|does|did|about|come)\\b");

  // Words that reach beyond the case in hand: of all cases, of none, of what is due. They are
  // looked
  // for in a text of any language, being words of their own in each.
  private static final Pattern RULE =
      Pattern.compile(
          "\\b(?:always|never|every(?:one|thing)?|each|any(?:one|thing|body)?|nothing|nobody|no one|whenever|unless|until|"
              + "must(?:n't)?|ha(?:s|ve) to|need(?:s)? (?:to|a|an|the|sign|approval|two)|required?|mandatory|forbidden|banned|"
              + "prefer|avoid|only|from now on|going forward|policy|rule|contract|by law|otherwise|or else|because|no longer|"
              + "in (?:this|our) (?:repo|project|team|codebase|company|shop)|we(?:'re| are) on|our|"
              + "we (?:use|don't|do not|never|always|only|keep|run|send|ship|pay|bill|order)|(?:comes?|belongs?|goes|go) (?:from|to|on|in|through|first)|"
              + "(?:for|with|on) \\w+s,? (?:we|use|take|it's)|we have (?:\\w+ ){1,3}for (?:that|this|it)|first,? then|off limits|not allowed|max(?:imum)?|min(?:imum)?|instead of|rather than|before (?:you|any|each|every|\\w+ing)|for (?:all|every)|above|below|at (?:least|most)|is what we (?:do|use)|don't (?:run|use|touch|stash|commit|push) \\w+s?\\b)"
              // What "we" do, told in the present, is a habit.
              + "|\\bwe (?!are\\b|were\\b|should|could|can|need|want|ha(?:ve|d)\\b|did|do\\b|got|see\\b|just|still|might|may|will|would|also|now|\\w+ed\\b)\\p{Ll}{3,}"
              + "|\\b(?:immer|nie(?:mals)?|jede[rsnm]?|alle[rsnm]?|keine?[rsnm]?|muss|mussen|darf|durfen|soll(?:en|te|ten)?|nur|sonst|"
              + "erst .{1,40}(?:dann|danach)|(?:bei|fur) \\S+ (?:gilt|gelten|nehmen|bitte)|^\\S+ bitte (?:auf|als|mit|per|ohne|nur)|grundsatzlich|ausschliesslich|bevor|zuerst|maximal|minimal|bei uns|mindestens|hochstens|ab sofort|weil|statt|sondern)\\b"
              + "|\\b(?:siempre|nunca|cada|todos?|todas?|ningun[oa]?|hay que|tienen? que|deben?|solo|aqui|si no|porque|"
              + "primero|(?:los|las) \\S+ (?:llevan|van|son|se|no|tienen|necesitan)|para (?:los|las) \\S+|con mas de|en vez de|obligatorio|a partir de|antes de|es necesario|hace falta|maximo|minimo|se (?:hace|usa|paga|manda|puede)n?|ya no)\\b"
              + "|\\b(?:toujours|jamais|chaque|tous|toutes|aucune?|il faut|doit|doivent|doivent|seulement|uniquement|sinon|chez nous|"
              + "tou(?:t|te) \\S+ (?:part|passe|va|doit|se|est)|les \\S+ (?:sont|vont|passent|partent|se|doivent|restent)|une? \\S+,? c'est|pour (?:les|tout|toute|une?) \\S+|d'abord|obligatoire|pas plus d|pas moins d|au plus|au moins|maximum|au lieu de|parce que|desormais|est illegale?|avant de)\\b"
              + "|\\b(?:sempre|todos|todas|nenhum[a]?|tem que|precisa|deve(?:m)?|so (?:se|quando|com|depois)|aqui a gente|senao|"
              + "primeiro|cada|tod[oa]|(?:os|as) \\S+ (?:vao|sao|tem|ficam|se|nao|precisam|levam)|para (?:os|as) \\S+|em vez de|a partir de|nao pode|antes de|e preciso|e necessario|no maximo|no minimo|obrigatorio)\\b"
              + "|必须|总是|一律|每次|都要|只能|不能|不可以|不要|禁止|否则|不然|规定|以后|我们|应该|需要先|需要|须|统一|默认|所有|凡是|以上|之前|的时候|时要|先.{1,20}再|要(?:先|用|按|走|带|加)|[^不还是没].要[^不是求么]|必須|必ず|常に|いつも|べき|なければ|しないで|"
              + "禁止|こと。|ルール|うちでは|今後|してください|だけ|ときは|場合は|てから|すべて|全て|毎回|のみ");

  // Words that tie a sentence to this moment and this object.
  private static final Pattern MOMENT =
      Pattern.compile(
          "\\b(?:right now|for now|just now|now|today|for a (?:second|sec|minute|moment)|let's|i(?:'ve| have)? just|"
              + "we(?:'ve| have)? just|i(?:'m| am)|i (?:want|think|meant|mean|see|thought|did|would|need)|i'd|"
              + "was|were|(?:this|that|these|those|it) (?:one|now|out|up|back|here|there|again|commit|branch|file|pr|test|change|version)|"
              + "(?:check|commit|push|merge|do|run|add|put|keep|leave|drop|remove|undo|revert) (?:this|that|it|these|those)|"
              + "go ahead|continue|still|(?:don't|do not|no) need)\\b|\\.\\.\\.\\s*$|#\\d+"
              + "|\\b(?:jetzt|gerade|heute|diesmal|erst ?mal|dieses? (?:hier|mal))\\b|\\b(?:ahora mismo|hoy|por ahora|esta vez)\\b"
              + "|\\b(?:maintenant|pour l'instant|aujourd'hui|cette fois)\\b|\\b(?:por enquanto|hoje|desta vez)\\b"
              + "|这次|今天|暂时|刚才|今回|とりあえず|今日|さっき");

  // A rule even where the moment is named too: "now we always ...".
  private static final Pattern STRONG =
      Pattern.compile(
          "\\b(?:always|never|every|any|nothing|whenever|we (?:don't|do not|only)|must|ha(?:s|ve) to|forbidden|policy|rule|from now on|no longer|immer|nie(?:mals)?|muss|mussen|"
              + "siempre|nunca|hay que|toujours|jamais|il faut|sempre|tem que)\\b|必须|总是|一律|每次|规定|以后|必ず|常に|今後");

  // "It never works" is a claim about a tool, true today perhaps; nothing follows from it.
  private static final Pattern CLAIM =
      Pattern.compile(
          "\\b(?:never|not|n't|nie|nunca|jamais|pas|nao|no) (?:\\S+ )?(?:works?|working|funktioniert|funciona|marche|fonctionne|responds?)\\b"
              + "|\\b(?:funktioniert|klappt|funciona|marche|fonctionne|works?) (?:\\S+ )?(?:nie|nicht|nunca|jamais|pas|never)\\b"
              + "|用不了|不好用|不能用|没法用|動きません|動かない|使えません");

  private Horizon() {}

  /** Returns whether a sentence says how it is done beyond this moment. */
  public static boolean isRule(String sentence) {
    String folded = folded(sentence);
    return !isQuestion(sentence)
        && RULE.matcher(folded).find()
        && !CLAIM.matcher(folded).find()
        && (!MOMENT.matcher(folded).find() || STRONG.matcher(folded).find());
  }

  /** Returns whether a sentence speaks of this moment alone, or is an aside. */
  public static boolean isMoment(String sentence) {
    String folded = folded(sentence);
    return folded.isBlank()
        || CLAIM.matcher(folded).find()
        || (MOMENT.matcher(folded).find() && !STRONG.matcher(folded).find());
  }

  /** Returns whether any of the sentences is a rule. */
  public static boolean anyRule(List<String> sentences) {
    return sentences.stream().anyMatch(Horizon::isRule);
  }

  /**
   * Returns whether a sentence asks, with a mark or by its first word; a question it quotes is not
   * its own.
   */
  public static boolean isQuestion(String sentence) {
    String said = Quotations.without(sentence);
    return asks(said.chars().anyMatch(Character::isLetter) ? said : sentence);
  }

  private static boolean asks(String sentence) {
    return QUESTION.matcher(sentence).matches()
        || ASKING.matcher(Fold.of(sentence.strip())).lookingAt()
        || sentence.toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:right|yes|no)\\?.*");
  }

  // An aside in parentheses is no rule.
  private static String folded(String sentence) {
    return Fold.of(PARENTHESES.matcher(sentence).replaceAll(" "));
  }
}
