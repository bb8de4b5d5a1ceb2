package dev.hivemind.crash;

import dev.hivemind.spi.Change;
import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.Storage;
import dev.hivemind.store.h2.H2Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the stores of a closed home hold.
 *
 * @param events by workspace, in order
 * @param checkpoints the miner's, by workspace
 * @param skills by workspace, in order
 */
record Survey(
    Map<String, List<EventRow>> events,
    Map<String, Checkpoint> checkpoints,
    Map<String, List<Change>> skills) {
  // Small, so that reading goes over the seams of pages.
  private static final int PAGE = 7;

  static Survey of(Path home) {
    Survey survey = new Survey(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    try (Storage storage = new H2Storage().open(home.resolve("data"))) {
      for (String workspace : storage.events().workspaces()) {
        survey.events.put(workspace, events(storage, workspace));
        survey.checkpoints.put(workspace, storage.events().checkpoint(workspace, "miner"));
        survey.skills.put(workspace, storage.skills().changes(workspace, 0, Integer.MAX_VALUE));
      }
    }
    return survey;
  }

  private static List<EventRow> events(Storage storage, String workspace) {
    List<EventRow> all = new ArrayList<>();
    List<EventRow> page = storage.events().read(workspace, 0, PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = storage.events().read(workspace, page.get(page.size() - 1).position(), PAGE);
    }
    return all;
  }

  List<EventRow> all() {
    return events.values().stream().flatMap(List::stream).toList();
  }
}
