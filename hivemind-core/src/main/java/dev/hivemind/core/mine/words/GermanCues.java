package dev.hivemind.core.mine.words;

import java.util.List;

/**
 * German. Each list is the wordings of one {@link Family}, which says why it counts. Verbs stand at
 * the end, so a few words may come between "darf" and its "nicht"; "nein danke" and "kein Problem"
 * object to nothing and are kept out of the refusals.
 */
final class GermanCues {
  static final List<Cue> LIST =
      List.of(
          Cue.of(
              Family.REFUSES,
              "^(?:(?:oh|\u00e4h+|hm+|ach|also|halt|moment)[,.! ]+){0,12}(?:nein|n\u00f6|nee|falsch|stopp?|halt|vorsicht|so nicht|"
                  + "nicht so|doch nicht|viel zu)\\b(?!,? (?:danke|passt|alles|kein|schon gut))"
                  + "|\\b(?:das|es|so) (?:ist|war|stimmt|geht|passt) (?:so )?(?:nicht|falsch)\\b"
                  + "|\\bdu (?:hast|solltest) (?:\\S+ ){0,3}(?:vergessen|\u00fcbersehen|nicht|falsch)\\b"),
          Cue.of(
              Family.UNDOES,
              "\\b(?:r\u00fcckg\u00e4ngig|zur\u00fcck(?:nehmen|setzen|rollen|drehen)|wieder (?:rein|raus|zur\u00fcck)|mach das weg)\\b"),
          Cue.of(
              Family.FORBIDS,
              "\\b(?:nie(?:mals)?|auf keinen fall|nicht mehr|bitte nicht|kein(?:e|en|er|es)? \\S+ (?:in|an|bei|mehr)|"
                  + "darf(?:st)? (?:\\S+ ){0,4}nicht|d\u00fcrfen (?:\\S+ ){0,4}nicht|fass\\w* .{0,30}nicht an|lass das)\\b"),
          Cue.of(
              Family.RULES,
              "\\b(?:immer|bevor|maximal|m\u00fcssen|muss|musst|soll(?:te|ten|en)?|nur (?:mit|wenn|nach|f\u00fcr|noch)|mindestens|h\u00f6chstens|"
                  + "bei uns|in diesem (?:repo|projekt)|grunds\u00e4tzlich|erst (?:wenn|nach)|geh\u00f6r(?:t|en)|ab sofort|"
                  + "sonst|reichen wir|nehmen wir|machen wir|ausschlie\u00dflich|gesperrt|verboten|pflicht|zwingend|laut (?:vertrag|vorschrift)|damit|weil|"
                  + "brauchen?|erst .{1,40}(?:dann|danach)|zuerst|(?:bei|f\u00fcr) \\S+ (?:nur|gilt|gelten|nehmen|bitte)|nur noch|alle[rsnm]? \\S+ (?:gehen|m\u00fcssen|werden|brauchen)|jede[rsnm]?|"
                  // A noun and where it belongs, without a verb: how a rule is said in passing.
                  + "^\\S+ bitte (?:auf|als|mit|per|ohne|nur)|kommen (?:nur|immer)|wird (?:immer|nur|nie)|werden (?:immer|nur|nie))\\b"),
          Cue.of(Family.CONTRASTS, "\\b(?:stattdessen|sondern|statt|anstatt|anstelle|lieber)\\b"),
          Cue.of(
              Family.RENEWS,
              "\\b(?:gilt nicht mehr|nicht mehr|ab sofort|neuerdings|inzwischen|seit \\S+ (?:nur|gilt))\\b"),
          Cue.of(
              Family.FAILURE,
              "\\b(?:geht (?:immer noch )?nicht|funktioniert nicht|klappt nicht|immer noch|fehler|fehlt|kaputt|"
                  + "fehlgeschlagen|zu (?:knapp|sp\u00e4t|langsam|lang|kurz)|stimmt nicht)\\b"),
          Cue.of(
              Family.CHALLENGES,
              "^(?:warum|wieso|weshalb|bist du sicher)\\b|\\bbist du sicher\\b|\\bwieso nicht\\b"),
          Cue.of(
              Family.MARVELS,
              "^(?:hm+|h\u00e4|nanu|oh je|huch|komisch|seltsam)\\b|\\b(?:komisch|seltsam|merkw\u00fcrdig)\\b"),
          Cue.of(
              Family.NO_OBJECTION,
              "\\b(?:kein problem|keine (?:sorge|eile|ursache)|nein,? danke|nicht n\u00f6tig|alles gut|schon gut|macht nichts|"
                  + "passt (?:so|schon)?)\\b"),
          Cue.of(
              Family.OWN_SLIP,
              "\\b(?:mein (?:fehler|tippfehler|versehen)|ich meinte|vertippt|ich hab(?:e)? mich)\\b"),
          Cue.of(
              Family.THANKS,
              "^(?:(?:ok|super|ja|passt)[,. ]+){0,12}(?:danke|merci|super|perfekt|prima|toll|klasse|genau)\\b|\\bdanke[.! ]*$"),
          Cue.of(
              Family.ABOUT_ME,
              "\\b(?:ich hei\u00dfe|mein name|ich mag|ich bin (?:der|die|neu|im urlaub)|ich arbeite|nenn mich)\\b"),
          Cue.of(
              Family.GOES_AHEAD,
              "^(?:ja|jo|ok|okay|gut|stimmt|passt|gerne|mach(?: das)?|so kann)(?=[,.! ]|$)"),
          Cue.of(
              Family.REQUESTS,
              "^(?:(?:und|ok|jetzt|dann|noch|auch|bitte|gut|super)[, ]+){0,12}(?:kannst|k\u00f6nntest|k\u00f6nnen|bitte|mach|schreib|zeig|"
                  + "gib|pr\u00fcf|starte|trag|druck|leg|lies|sag|schick|nimm|was|wer|wann|welche\\w*|wie|seit wann)\\b|^und\\b"));

  private GermanCues() {}
}
