package dev.hivemind.core.library;

import dev.hivemind.Situation;
import dev.hivemind.Skill;
import dev.hivemind.SkillState;
import dev.hivemind.spi.IndexEntry;
import dev.hivemind.spi.RecallEngine;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Keeps an engine's index of a workspace equal to a snapshot. An index at the version before gets
 * what changed; one at any other version, because it is new, was corrupt, or belongs to another
 * store, is fed anew.
 */
final class SkillIndex {
  private final String workspace;
  private final RecallEngine engine;

  SkillIndex(String workspace, RecallEngine engine) {
    this.workspace = workspace;
    this.engine = engine;
  }

  void follow(LibrarySnapshot before, LibrarySnapshot now) {
    long version = engine.version(workspace);
    if (version == now.version()) {
      return;
    }
    if (version == before.version() && version != 0) {
      engine.apply(workspace, entries(changed(before, now), now), now.version());
    } else {
      rebuild(now);
    }
  }

  boolean holds(LibrarySnapshot now) {
    return engine.version(workspace) == now.version();
  }

  void rebuild(LibrarySnapshot now) {
    engine.clear(workspace);
    engine.apply(workspace, entries(now.skills().keySet(), now), now.version());
  }

  private static Set<String> changed(LibrarySnapshot before, LibrarySnapshot now) {
    Set<String> ids = new LinkedHashSet<>(before.skills().keySet());
    ids.addAll(now.skills().keySet());
    ids.removeIf(id -> before.byId(id).equals(now.byId(id)));
    return ids;
  }

  private static List<IndexEntry> entries(Collection<String> ids, LibrarySnapshot now) {
    return ids.stream()
        .map(
            id ->
                now.byId(id)
                    .filter(one -> one.state() == SkillState.ACTIVE)
                    .map(SkillIndex::entry)
                    .orElse(IndexEntry.removed(id)))
        .toList();
  }

  private static IndexEntry entry(Skill skill) {
    Set<String> tools = new TreeSet<>();
    skill.situations().stream()
        .map(Situation::tool)
        .filter(tool -> !tool.isEmpty())
        .forEach(tools::add);
    String situations =
        skill.situations().stream()
            .map(one -> String.join(" ", one.tool(), one.task(), one.example(), one.error()))
            .collect(Collectors.joining("\n"));
    Map<String, String> fields =
        Map.of(
            "name", skill.name().replace('-', ' '),
            "description", skill.description(),
            "situations", situations,
            "body", SkillText.body(skill.text()));
    return new IndexEntry(skill.id(), skill.scope().toString(), tools, fields);
  }
}
