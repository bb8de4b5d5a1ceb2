package dev.hivemind.core.codify;

import dev.hivemind.Evidence;
import dev.hivemind.Evidence.Change;
import dev.hivemind.Evidence.Kind;
import dev.hivemind.Proposal.Draft;
import dev.hivemind.core.inspect.Finding;
import dev.hivemind.core.inspect.Inspection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is suspicious about evidence and the words made of it, whoever said so: a person may have
 * pasted what he did not read. The words are looked at as they came, before they are cleaned.
 */
final class Suspicion {
  private static final String QUOTED = "words quoted from somebody else";

  // Who said so and what, or the head of a mail: the words are not those of whoever passes them on.
  private static final Pattern QUOTATION =
      Pattern.compile(
          "\\b(?:wrote|writes|said|says|asked|asks|replied|claims|told (?:me|us)|states|reads|schrieb|schreibt|sagt|meint|\u00e9crit|dit"
              + "|escribi\u00f3|dice|dijo|escreveu|disse|diz)\\b[^\\w\\n]{0,6}[\"\u201c\u201e\u00ab]"
              + "|(?:\u5199\u9053|\u5beb\u9053|\u8bf4|\u8aaa)[:\uff1a]?[\"\u201c\u300c]|(?m)^(?:From|Subject|Von|Betreff|De|Objet|Asunto): \\S"
              + "|(?m)^(?:Dear|Hi|Hello|Liebe[rs]?|Bonjour|Hola|Estimad[oa]) [\\w ]{1,30},$|(?m)^> ?\\S[^\\n]{10,}"
              + "|^(?:summari[sz]e|translate|read|review|answer|reply to)\\b[^\\n]{0,80}:\\s",
          Pattern.CASE_INSENSITIVE);

  private Suspicion() {}

  /** Returns what was found, in words; empty if nothing was. */
  static String of(List<Evidence> group) {
    return inWords(in(group), group);
  }

  /** Returns what was found in evidence and a draft, in words; empty if nothing was. */
  static String of(List<Evidence> group, Draft draft) {
    Set<Finding> findings = in(group);
    findings.addAll(Inspection.of(List.of(draft.description(), draft.body())));
    return inWords(findings, group);
  }

  private static String inWords(Set<Finding> findings, List<Evidence> group) {
    boolean quoted = group.stream().anyMatch(Suspicion::isQuoted);
    String words = Inspection.inWords(findings);
    return quoted ? (words.isEmpty() ? QUOTED : words + ", " + QUOTED) : words;
  }

  private static boolean isQuoted(Evidence one) {
    return one.kind() != Kind.CORRECTION && QUOTATION.matcher(one.wanted()).find();
  }

  private static Set<Finding> in(List<Evidence> group) {
    Set<Finding> findings = EnumSet.noneOf(Finding.class);
    for (Evidence one : group) {
      List<String> words = new ArrayList<>(List.of(one.wanted()));
      one.changes().stream().map(Change::to).forEach(words::add);
      findings.addAll(Inspection.of(words));
    }
    return findings;
  }
}
