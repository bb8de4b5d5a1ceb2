package dev.hivemind.core.mine.words;

import java.util.List;

/**
 * Portuguese. Each list is the wordings of one {@link Family}, which says why it counts. As in
 * Spanish "n\u00e3o" refuses only before a stop or a verb that objects; "a gente" speaks for the
 * team.
 */
final class PortugueseCues {
  static final List<Cue> LIST =
      List.of(
          Cue.of(
              Family.REFUSES,
              "^(?:(?:ah|eh|u\u00e9|mas|opa|hm+)[,.! ]+){0,12}(?:n\u00e3o(?=[,.!;:]|\\s+(?:n\u00e3o|\u00e9|era|use|fa\u00e7a|assim))|errado|assim n\u00e3o|espera|para|cuidado)"
                  + "(?!,? (?:obrigad|tem problema|faz mal))|\\b(?:isso|assim) n\u00e3o (?:\u00e9|era|serve|vale|est\u00e1)\\b|\\best\u00e1 errado\\b"
                  + "|\\bvoc\u00ea (?:esqueceu|errou)\\b"),
          Cue.of(
              Family.UNDOES,
              "\\b(?:desfa\u00e7a|desfaz|reverta|volta como estava|coloca de volta)\\b"),
          Cue.of(
              Family.FORBIDS,
              "\\b(?:nunca|jamais|n\u00e3o (?:use|fa\u00e7a|mande|envie|toque|mexa|apague|pode|podemos|usamos|fazemos|se (?:faz|usa))|evite|pare de)\\b"),
          Cue.of(
              Family.RULES,
              "\\b(?:sempre|\u00e9 preciso|\u00e9 necess\u00e1rio|antes de|no m\u00e1ximo|tem que|t\u00eam que|precisa (?:ser|estar|ir)|deve(?:m|ria|mos)?|s\u00f3 (?:se|quando|com|depois)|aqui (?:a gente|n\u00f3s|se)|"
                  + "neste projeto|primeiro|cada|tod[oa]s?|(?:os|as) \\S+ (?:v\u00e3o|s\u00e3o|t\u00eam|ficam|se|n\u00e3o|precisam|levam)|para (?:os|as|tod[oa]s?) \\S+|a partir de agora|obrigat\u00f3rio|no m\u00ednimo|sen\u00e3o)\\b"),
          Cue.of(
              Family.CONTRASTS,
              "\\b(?:em vez de|ao inv\u00e9s de|no lugar de|e sim|mas sim|use (?:o|a|os|as)?)\\b"),
          Cue.of(
              Family.RENEWS,
              "\\b(?:n\u00e3o \\S+ mais|mudou|a partir de (?:agora|hoje)|deixamos de)\\b"),
          Cue.of(
              Family.FAILURE,
              "\\b(?:n\u00e3o (?:funciona|funcionou|bate|aparece|passa)|continua (?:falhando|sem|igual)|falhou|erro|quebrou|falta)\\b"),
          Cue.of(Family.CHALLENGES, "^(?:por que|porque|tem certeza|n\u00e3o deveria)\\b"),
          Cue.of(Family.MARVELS, "^(?:hm+|u\u00e9|nossa|estranho|opa)\\b|\\bestranho\\b"),
          Cue.of(
              Family.NO_OBJECTION,
              "\\b(?:n\u00e3o tem problema|sem problemas?|n\u00e3o,? obrigad[oa]|n\u00e3o faz mal|tudo bem|sem pressa)\\b"),
          Cue.of(
              Family.OWN_SLIP,
              "\\b(?:erro meu|culpa minha|me enganei|quis dizer|queria dizer|desculpa)\\b"),
          Cue.of(
              Family.THANKS,
              "^(?:(?:ok|sim|n\u00e3o|\u00f3timo)[,. ]+){0,12}(?:obrigad[oa]|valeu|perfeito|\u00f3timo|show|excelente|beleza)\\b|\\bobrigad[oa][.! ]*$"),
          Cue.of(
              Family.ABOUT_ME,
              "\\b(?:meu nome|me chamo|me chame|eu gosto|eu prefiro|eu moro|eu sou (?:nov|o|a))\\b"),
          Cue.of(Family.GOES_AHEAD, "^(?:sim|ok|certo|pode|isso|claro|t\u00e1 bom)(?=[,.! ]|$)"),
          Cue.of(
              Family.REQUESTS,
              "^(?:(?:e|ok|agora|tamb\u00e9m|ent\u00e3o)[, ]+){0,12}(?:pode|voc\u00ea pode|poderia|fa\u00e7a|cria|crie|mande|mostra|mostre|verifica|abre|"
                  + "quem|quando|qual|quais|quanto|onde|o que)\\b|\\btamb\u00e9m\\b"));

  private PortugueseCues() {}
}
