package dev.hivemind.core.mine.words;

import java.util.List;

/**
 * Spanish. Each list is the wordings of one {@link Family}, which says why it counts. "No" begins
 * any negated sentence, so it refuses only before a stop or a verb that objects; how things are
 * done is said without a subject: "se hace", "hay que".
 */
final class SpanishCues {
  static final List<Cue> LIST =
      List.of(
          Cue.of(
              Family.REFUSES,
              "^(?:(?:ay|eh|uy|pero|oye|hm+)[,.! ]+){0,12}(?:no(?=[,.!;:]|\\s+(?:no|as\u00ed|es|era|hay que|se|lo|la|los|uses|hagas))|mal|"
                  + "incorrecto|as\u00ed no|espera|para|cuidado|alto)(?!,? (?:gracias|pasa nada|hay (?:problema|prisa)))\\b"
                  + "|\\b(?:eso|esto|as\u00ed) no (?:es|era|vale|va|sirve)\\b|\\b(?:est\u00e1|es|fue) (?:mal|incorrecto)\\b|\\bte (?:falt\u00f3|olvidaste)\\b"),
          Cue.of(
              Family.UNDOES,
              "\\b(?:deshaz|revierte|revi\u00e9rtelo|vuelve a poner|ponlo como estaba|qu\u00edtalo)\\b"),
          Cue.of(
              Family.FORBIDS,
              "\\b(?:nunca|jam\u00e1s|no (?:uses|hagas|pongas|toques|mandes|env\u00edes|borres|vuelvas|se (?:puede|debe|hace|usa|manda)|"
                  + "podemos|regalamos|hacemos|usamos|mandamos)|ning\u00fan|deja de|no valen?)\\b"),
          Cue.of(
              Family.RULES,
              "\\b(?:siempre|es necesario|hace falta|antes de|como m\u00e1ximo|obligatori[oa]|hay que|tiene(?:n)? que|debe(?:n|r\u00eda|mos)?|solo (?:si|cuando|con|para|despu\u00e9s)|s\u00f3lo|aqu\u00ed (?:se|no)|"
                  + "se (?:hace|usa|manda|firma|va|paga|pone)n?|lo que se hace|a partir de ahora|primero|cada|(?:los|las) \\S+ (?:llevan|van|son|se|no|tienen|necesitan)|para (?:los|las|todos?|todas?) \\S+|con (?:los|las|m\u00e1s de)|como m\u00ednimo)\\b"),
          Cue.of(
              Family.CONTRASTS,
              "\\b(?:en (?:vez|lugar) de|sino|mejor (?:usa|con)|usa (?:el|la|los|las)?)\\b"),
          Cue.of(
              Family.RENEWS,
              "\\b(?:ya no|desde (?:ahora|\\S+) (?:dejamos|usamos|ya)|a partir de|cambi\u00f3|hemos cambiado|dejamos)\\b"),
          Cue.of(
              Family.FAILURE,
              "\\b(?:no (?:funciona|va|sale|cuadra|aparece|coincide)|sigue (?:fallando|sin|igual|mal)|falla|error|se cay\u00f3|falta)\\b"),
          Cue.of(
              Family.CHALLENGES,
              "^\u00bf?(?:por qu\u00e9|seguro que|est\u00e1s seguro|no deber\u00eda)\\b"),
          Cue.of(
              Family.MARVELS,
              "^(?:uy|hm+|vaya|raro|qu\u00e9 raro|anda)\\b|\\b(?:raro|extra\u00f1o)\\b"),
          Cue.of(
              Family.NO_OBJECTION,
              "\\b(?:no (?:pasa nada|hay (?:problema|prisa)|importa)|no,? gracias|tranquil[oa]|est\u00e1 bien|no te preocupes)\\b"),
          Cue.of(
              Family.OWN_SLIP,
              "\\b(?:error m\u00edo|culpa m\u00eda|me equivoqu\u00e9|quise decir|quer\u00eda decir|perd\u00f3n)\\b"),
          Cue.of(
              Family.THANKS,
              "^(?:(?:ok|vale|genial|bien|no)[,. ]+){0,12}(?:gracias|genial|perfecto|estupendo|muy bien|excelente)\\b|\\bgracias[.! ]*$"),
          Cue.of(
              Family.ABOUT_ME,
              "\\b(?:me llamo|soy nuev|vivo (?:en|al)|me gusta|prefiero|h\u00e1blame|ll\u00e1mame|leo en)"),
          Cue.of(
              Family.GOES_AHEAD,
              "^(?:s\u00ed|si|vale|ok|bien|claro|ahora s\u00ed|adelante|de acuerdo)(?=[,.! ]|$)"),
          Cue.of(
              Family.REQUESTS,
              "^(?:(?:y|ok|vale|ahora|bien|tambi\u00e9n|hola)[, ]+){0,12}\u00bf?(?:puedes|podr\u00edas|me|haz|haces|crea|abre|cierra|manda|avisa|pide|"
                  + "pasa|mira|dime|a\u00f1ade|cambia|qu\u00e9|qui\u00e9n|cu\u00e1ndo|cu\u00e1l|cu\u00e1nto|d\u00f3nde|hay)\\b|^\u00bf?y\\b|\\btambi\u00e9n\\b"));

  private SpanishCues() {}
}
