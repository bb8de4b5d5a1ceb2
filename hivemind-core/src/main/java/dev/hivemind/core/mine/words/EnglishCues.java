package dev.hivemind.core.mine.words;

import java.util.List;

/**
 * English. Each list is the wordings of one {@link Family}, which says why it counts. Openers are
 * anchored, since "no" and "wait" in mid-sentence say little; what follows a negative look-ahead is
 * the false friend of the wording before it.
 */
final class EnglishCues {
  // What people put before the word that counts.
  private static final String LEAD =
      "^(?:(?:oh|ah|eh+|hm+|erm*|um+|uh|ok(?:ay)?|well|sorry|hell|hey|but|and|so)[,.! ]+){0,12}";

  static final List<Cue> LIST =
      List.of(
          // "no" counts with a stop after it or a word that goes on objecting: "no one", "no way",
          // "no problem" are other words.
          Cue.of(
              Family.REFUSES,
              LEAD
                  + "(?:no+|nope|nah)(?=[,.!;:\u2014-]|\\s+(?:no|wait|not|don'?t|do not|that|this|it|you|we|use|never|"
                  + "please|just|stop|let'?s)\\b)"),
          Cue.of(
              Family.REFUSES,
              LEAD
                  + "(?:nope|wrong|incorrect|not (?:quite|right|correct|like that|what i|exactly|solved|done|yet)|"
                  + "stop|wait|careful|hold on)\\b"),
          Cue.of(
              Family.REFUSES,
              "\\b(?:(?:that|this|it|which)(?:'?s| is| was| looks) (?:not(?! necessary)|wrong|incorrect)|"
                  + "(?:is|are|was|were) (?:not |in)correct|(?:that|this) is ?n.?t (?:right|what|how|it|correct)|"
                  + "not what i (?:asked|meant|want|said))\\b"),
          Cue.of(
              Family.REFUSES,
              "\\b(?:you (?:missed|forgot|misunderstood|broke|removed|deleted|ignored|skipped|didn'?t|"
                  + "did not|should(?:n'?t| not)? have|shouldn'?t|keep \\w+ing|still)|"
                  + "i (?:didn'?t|did not|never) (?:want|ask|mean|say|said|tell|told)|"
                  + "i (?:already )?(?:said|told you|asked (?:for|you)))\\b"),
          Cue.of(
              Family.UNDOES,
              "\\b(?:undo|roll(?:ed)? (?:it |that |this |them )?back|revert (?:that|this|it|your)|"
                  + "(?:put|bring|add) (?:\\S+ ){0,4}back|restore (?:that|it)|had to (?:kill|undo|revert|stop))\\b"),
          Cue.of(
              Family.FORBIDS,
              "\\b(?:don'?t|do not|never|stop|avoid)\\s+(?!forget|worry|know|think|mind|understand|see|get|"
                  + "remember|like|care|bother|need|want|mean|have|works?|happens?|responds?)\\w+"),
          Cue.of(
              Family.FORBIDS,
              "\\b(?:let'?s (?:not|avoid|drop|leave out|skip|pause|stick)|no longer (?:use|do|want)|(?:is|are|get|got) (?:banned|blocked|forbidden|off limits|locked)|(?:we|you) (?:don'?t|do not|never|can'?t|cannot|"
                  + "must not|mustn'?t|shouldn'?t|should not)|nothing goes|no need (?:to|for)|(?:not|n'?t) allowed)\\b"
                  + "|^no \\w+s (?:in|on|for|here)\\b"),
          Cue.of(
              Family.RULES,
              "\\b(?:always|must|has to|have to (?:be|go|come|carry)|needs? to (?:be|go|come|have|carry|use)|"
                  + "(?:it|this|that|they|there|we|you|the \\w+|s) should|should(?:n'?t| not)? (?:be|go|have|"
                  + "only|also|always|never|use|come)|supposed to|only (?:for|when|if|after|with|once)|"
                  + "in (?:this|our) (?:repo|project|team|codebase|company)|we(?:'re| are) on|we (?:use|only|always)|"
                  + "(?:runs?|goes|go|stays?|comes?|belongs?) (?:on|to|in|through|first|from|only)|needs? (?:a |an |the |sign|approval|two|at least)|"
                  + "requires?|(?:is|are) (?:always|never|only|mandatory|required|due|done|made|paid|sent|ordered|billed|kept)|nothing (?:goes|is|leaves)|"
                  + "(?:that'?s|that is|which is) (?:the (?:rule|policy|contract|law)|how we|what we)|is what we (?:do|use)|at (?:least|most)|"
                  + "unless|from now on|going forward|prefer|(?:for|with|on) \\w+s,? (?:we|use|take|it'?s)|we have (?:\\w+ ){1,3}for (?:that|this|it)|first,? then|there(?:'s| is) already|already (?:have|has|exists?|there)|we do have)\\b"),
          Cue.of(
              Family.CONTRASTS,
              "\\b(?:instead(?! of (?:waiting|me))|rather than|not (?:\\w+[ ,]+){1,4}but|never \\w+[.!]?$|(?:is|was) for (?:the|when)|backwards|"
                  + "(?:just|please|better|should) use|use \\S+ (?:for|instead|here|not|rather|so)|"
                  + "not (?:the |a |an )?\\w+[.!]?$)|^use \\w"),
          Cue.of(
              Family.RENEWS,
              "\\b(?:no longer|not any ?more|(?:rule|policy|limit|process|that) (?:has )?changed|we dropped|"
                  + "from now on|(?:is|are) \\S+ now|now it'?s|these days|as of|replaced by)\\b"),
          Cue.of(
              Family.FAILURE,
              "\\b(?:still (?:fail|broken|not|no|see|get|got|have|using|wrong|missing|an? |the same|there|show)\\w*|(?:we|i)'?(?:'ve| have)? still (?:see|got|get|have)|"
                  + "(?:doesn'?t|does not|didn'?t|did not|isn'?t|not|never) (?:work|tie|match|compile|build|show|"
                  + "add up|help|fire|appear|pass|exist|disabl|reach)\\w*|fail(?:s|ed|ing|ure)?|broke(?:n)?|breaks|"
                  + "crash(?:es|ed)?|bug(?:bot)?|hangs?|stuck|end(?:s|ed)? up|(?:we|i) (?:got|get|have) (?:a |an )?\\w* ?errors?|"
                  + "(?:loses?|falls? over|too (?:slow|long|short|late|much|many|soon|early|big|small|high|low))|"
                  + "(?:i|we) (?:don'?t|do not|didn'?t|did not|can'?t|cannot|couldn'?t) (?:see|find|reach|open|get)|"
                  + "(?:is|are|was|were|it's|s) (?:missing|wrong|off|broken|failing|gone|empty|blank|cut off|way off|nowhere|too \\w+)|"
                  + "n'?t (?:enough|there|right|quite right|good|great|happening|realistic|allowed|correct|complete|include\\w*)|not enough|"
                  + "command not found|conflicts?\\?|broke our|(?:have|has|we|is|are) lost|has broken|the (?:bad news|issue is|problem is|issue was|problem with)|"
                  + "(?:panic|exception|traceback|error|fatal|fail)(?::| -)|non-fast-forward|operation stopped|wait,? why)\\b"
                  + "|--- fail\\b|\\u274c|\\[error\\]|nothing to \\w+\\."),
          Cue.of(
              Family.FINDING,
              "\\b(?:(?:low|medium|high|critical) severity|can (?:panic|leak|race|deadlock|be nil|be null)|"
                  + "(?:may|might|could) (?:panic|fail|leak|cause|allow)|(?:silently|incorrectly) \\w+|"
                  + "(?:duplicat(?:es|ed|ion)|redundant|brittle|inconsistent|race condition|unused|dead code)|"
                  + "(?:no|missing|lacks) (?:test )?coverage|is(?: never| not) (?:called|used|checked|handled|filtered))\\b"),
          Cue.of(
              Family.CHALLENGES,
              LEAD
                  + "(?:why|how come|how can (?:we|it|there|this|that)|how is (?:it|this|that) possible|where (?:do|did) you get|are you sure|"
                  + "didn'?t (?:you|we|i)|did (?:you|we) not|do(?:es)? (?:we|it|that|this|the fact) .{0,60}?(?:really|even|both|make sense|nervous)|"
                  + "isn'?t|aren'?t|shouldn'?t|wasn'?t|weren'?t|doesn'?t|won'?t|is not|is ?n.?t|would(?:n'?t)? (?:it|that|this) (?:not )?|are we not|"
                  + "can'?t (?:we|you|it)|should(?:n'?t)? (?:this|it|that|these|all|the|we (?:not|be))|what (?:are you doing|is this|happened))\\b"
                  + "|\\bare you sure\\b|\\bwhy (?:did|would|can'?t|not|don'?t|are we|are you|do you|exactly|isn'?t)\\b|\\bdo(?:n'?t)? we (?:really |even )need\\b"
                  + "|\\b(?:don'?t|can'?t|shouldn'?t|isn'?t|aren'?t|doesn'?t) (?:we|you|it|that|this|there|the)\\b.*\\?|\\bdo we (?:really |even )?need \\S+( \\S+){0,5} at all\\b"
                  + "|\\b(?:wondering|wonder) (?:now )?(?:why|if we|whether)\\b|\\bor what do i miss\\b|\\bhave you made? (?:it|that|this) up\\b|\\bwhere do you get\\b"
                  + "|\\byou (?:also )?said\\b|\\bis that (?:really|even)\\b|\\bquite complicated\\b"
                  + "|^(?:(?:hm+|and|yeah|ok|ah|oh|well)[, ]+){0,12}but\\b|\\bi thought\\b|\\bunless i'?m\\b|, (?:right|no)\\?|\\bisn'?t (?:it|that|there|the)\\b"),
          Cue.of(
              Family.MARVELS,
              "^(?:hm+|huh|erm+|um+|eh+|woah|whoa|wait|oops|whoops|ouch|yikes|ugh|ah crap|strange|weird|odd)\\b"
                  + "|\\b(?:strange|weird|odd|different (?:\\w+ )?(?:figure|number|result|value|total)s?)\\b"),
          Cue.of(
              Family.NO_OBJECTION,
              "\\bno,? (?:problem|worries|worry|rush|thanks?|thank you|hurry|further|more questions|doubt|biggie|"
                  + "one|need to (?:hurry|worry)|objections?|big deal|that'?s (?:fine|ok|good|all))\\b|\\bnever ?mind\\b"
                  + "|^(?:(?:yes|yeah|yep|no|ok)[, ]+){0,12}(?:that|it|all)(?:'s| is|s)? (?:fine|ok|okay|good|great|perfect|correct|right|the one)\\b"),
          Cue.of(
              Family.OWN_SLIP,
              "\\bmy (?:own )?(?:mistake|bad|typo|fault|error|wrong)\\b|\\bi (?:forgot|messed up|mistyped|misspoke|was (?:mistaken|wrong)|"
                  + "misread|mixed)\\b|\\b(?:oh|ah|oops|sorry|no)[,.!]? (?:sorry[,.!]? )?i meant\\b"),
          Cue.of(
              Family.THANKS,
              "^(?:(?:ok(?:ay)?|yes|yep|no|ah|oh|great|good|all)[,.! ]+){0,12}(?:thanks?|thank you|thx|ty|ta|cheers|great|"
                  + "perfect|awesome|nice|lovely|excellent|beautiful|brilliant|cool|good (?:job|work|catch)|well done|"
                  + "it'?s perfect|works(?: now)?|phew)\\b|\\b(?:thanks|thank you|thx)[.! ]*$"),
          Cue.of(
              Family.ABOUT_ME,
              "\\bmy name(?:'s| is)\\b|\\bcall me\\b|\\bi(?:'m| am) (?:called|new|off|dyslexic|based|from|on (?:holiday|"
                  + "leave)|allergic|vegetarian)\\b|\\bi (?:personally )?(?:like|love|prefer|hate|live|speak)\\b"),
          Cue.of(
              Family.GOES_AHEAD,
              "^(?:yes|yeah|yep|yup|sure|ok(?:ay)?|y|go (?:ahead|for it)|sounds good|please do|do it|make it so|right|"
                  + "agreed|done|good|better|alright|all right)(?=[,.! ]|$)|^(?:option |#)?\\d+(?:(?:,| and| &)? #?\\d+)*[.!]?(?: please)?$"),
          Cue.of(
              Family.REQUESTS,
              "^(?:(?:and|also|ok(?:ay)?|now|next|then|so|but|please|actually|yes|yeah|great|thanks|q:|question:)[,: ]+){0,12}"
                  + "(?:(?:can|could|would|will|may) (?:you|we|i|it)|please|let'?s (?!not|avoid|drop|keep)|i(?:'d| would) like|"
                  + "what|who|when|which|how|commit|push|run|add|create|make|write|check|show|give|generate|read|update|"
                  + "look|open|explain|merge|link|review|implement|complete|continue|do we have|is there|are there|tell|"
                  + "send|move|start|set|go|put|find|compare|consider|have a look|keep going|delete|investigate|research|log|rename|open|launch|"
                  + "use (?:a |sub|the)|help|summari[sz]e|regarding|revert (?:the|my|last)|i've done|two more|double check)\\b|\\balso\\b|^q:"),
          Cue.of(Family.ASKS, "[?\uff1f](?:\\s|\\p{So}|\\p{Cn})*$"));

  private EnglishCues() {}
}
