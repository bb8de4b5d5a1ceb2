package dev.hivemind.core.recall;

import dev.hivemind.RecallContext;
import dev.hivemind.Scope;
import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.RecallEngine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first stage: the skills that are worth judging. In a small library all that may be seen are;
 * in a large one those that share a rare word with the context, which the engine finds, or were
 * learned on a question put the same way.
 */
final class Finder {
  static final int SMALL = 256;
  private static final int CANDIDATES = 100;

  private final RecallEngine engine;

  Finder(RecallEngine engine) {
    this.engine = engine;
  }

  Collection<Profile> candidates(RecallContext context, Shelf shelf) {
    Scope scope = context.session().scope();
    Set<String> tools = context.beforeCall() ? Set.of(context.tool()) : context.toolsOffered();
    if (shelf.size() <= SMALL) {
      return shelf.visibleIn(scope).stream().filter(one -> mayBeAbout(one, tools)).toList();
    }
    Set<String> scopes = scope.visible().stream().map(Scope::toString).collect(Collectors.toSet());
    CandidateQuery query =
        new CandidateQuery(
            scope.workspace(),
            scopes,
            tools,
            context.tool() + "\n" + Judge.text(context),
            CANDIDATES);
    Map<String, Profile> found = new LinkedHashMap<>();
    shelf.askedLike(Echo.form(context), scope).forEach(one -> found.put(one.skill().id(), one));
    for (Candidate candidate : engine.candidates(query)) {
      shelf.byId(candidate.id()).ifPresent(one -> found.put(candidate.id(), one));
    }
    return found.values();
  }

  private static boolean mayBeAbout(Profile profile, Set<String> tools) {
    return tools.isEmpty()
        || profile.tools().isEmpty()
        || profile.tools().stream().anyMatch(tools::contains);
  }
}
