package dev.hivemind.core.mine.words;

import java.util.List;

/**
 * French. Each list is the wordings of one {@link Family}, which says why it counts. The negation
 * has two halves around its verb, of which "pas" alone says little.
 */
final class FrenchCues {
  static final List<Cue> LIST =
      List.of(
          Cue.of(
              Family.REFUSES,
              "^(?:(?:ah|euh|bah|mais|hm+)[,.! ]+){0,12}(?:non|faux|pas comme \u00e7a|pas \u00e7a|attends|attention|stop|incorrect)\\b"
                  + "(?!,? (?:merci|pas de souci|c'est bon))|\\bce n'est pas (?:\u00e7a|bon|correct|ce que)\\b|\\bc'est (?:faux|pas \u00e7a|pas bon)\\b"
                  + "|\\btu as (?:oubli\u00e9|rat\u00e9|mal)\\b"),
          Cue.of(
              Family.UNDOES, "\\b(?:annule \u00e7a|remets|reviens en arri\u00e8re|d\u00e9fais)\\b"),
          Cue.of(
              Family.FORBIDS,
              "\\b(?:ne \\S+ (?:jamais|pas|plus)|n'\\S+ (?:jamais|pas|plus)|jamais de|on (?:ne|n')|arr\u00eate de|\u00e9vite|interdit)"),
          Cue.of(
              Family.RULES,
              "\\b(?:toujours|pas plus de|pas moins de|avant de|il faut|on doit|doi(?:t|vent|s)|devrai(?:t|ent)|uniquement|seulement (?:si|quand|apr\u00e8s|pour)|chez nous|"
                  + "dans ce (?:d\u00e9p\u00f4t|projet)|d\u00e9sormais|obligatoire|au moins|sinon|d'abord|chaque|tou(?:t|te|s|tes) \\S+ (?:part|passe|va|doit|se|est)\\w*|les \\S+ (?:sont|vont|passent|partent|se|doivent|restent)|une? \\S+,? c'est|pour (?:les|tout|toute|une?) \\S+)\\b"),
          Cue.of(
              Family.CONTRASTS,
              "\\b(?:au lieu de|plut\u00f4t|\u00e0 la place|utilise (?:le|la|les|l')?)"),
          Cue.of(
              Family.RENEWS,
              "\\b(?:ne \\S+ plus|n'\\S+ plus|d\u00e9sormais|a chang\u00e9|\u00e0 partir de maintenant)\\b"),
          Cue.of(
              Family.FAILURE,
              "\\b(?:ne (?:marche|fonctionne|passe) (?:toujours )?pas|toujours pas|\u00e9choue|erreur|manque|cass\u00e9|plante)\\b"),
          Cue.of(Family.CHALLENGES, "^(?:pourquoi|tu es s\u00fbr|es-tu s\u00fbr|t'es s\u00fbr)"),
          Cue.of(
              Family.MARVELS,
              "^(?:hm+|euh|bizarre|tiens|\u00e9trange|oups)\\b|\\b(?:bizarre|\u00e9trange)\\b"),
          Cue.of(
              Family.NO_OBJECTION,
              "\\b(?:pas de (?:souci|probl\u00e8me)|non,? merci|ce n'est pas grave|c'est pas grave|c'est bon|t'inqui\u00e8te)\\b"),
          Cue.of(
              Family.OWN_SLIP,
              "\\b(?:mon erreur|ma faute|je voulais dire|je me suis tromp\u00e9e?|faute de frappe)\\b"),
          Cue.of(
              Family.THANKS,
              "^(?:(?:ok|oui|super|non)[,. ]+){0,12}(?:merci|parfait|super|g\u00e9nial|impeccable|nickel)\\b|\\bmerci[.! ]*$"),
          Cue.of(
              Family.ABOUT_ME,
              "\\b(?:je m'appelle|appelle-moi|je pr\u00e9f\u00e8re|j'aime|j'habite|je suis (?:nouveau|nouvelle|en cong\u00e9))\\b"),
          Cue.of(
              Family.GOES_AHEAD,
              "^(?:oui|ok|d'accord|vas-y|bien|tr\u00e8s bien|\u00e7a marche)(?=[,.! ]|$)"),
          Cue.of(
              Family.REQUESTS,
              "^(?:(?:et|ok|maintenant|aussi|puis)[, ]+){0,12}(?:peux-tu|tu peux|pourrais-tu|fais|cr\u00e9e|ajoute|envoie|montre|donne|v\u00e9rifie|"
                  + "ouvre|qui|quand|quel\\w*|combien|o\u00f9|qu'est-ce)\\b|\\baussi\\b"));

  private FrenchCues() {}
}
