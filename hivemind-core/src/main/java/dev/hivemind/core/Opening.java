package dev.hivemind.core;

import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import dev.hivemind.core.backup.ExportFile;
import dev.hivemind.core.backup.Importer;
import dev.hivemind.core.backup.Recovery;
import dev.hivemind.core.home.Home;
import dev.hivemind.core.home.TemporaryDirectory;
import dev.hivemind.core.monitor.Monitor;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.RecallEngineProvider;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Opens in one order: the home, the stores, the index, the engine; what was opened is closed again
 * if a later step fails.
 */
final class Opening {
  private Opening() {}

  static Hivemind open(Settings settings) {
    if (settings.home.isEmpty()
        && settings.shared.isEmpty()
        && (settings.events.isEmpty() || settings.skills.isEmpty())) {
      throw new IllegalStateException(
          "without a home, a shared storage or an event store and a skill store must be given: call"
              + " home(Path) on the builder");
    }
    if (settings.shared.isPresent() && settings.storage.isPresent()) {
      throw new IllegalStateException(
          "a storage is in the home or shared with other processes: give one of the two");
    }
    if (settings.codifier.isPresent() && settings.textModel.isPresent()) {
      throw new IllegalStateException(
          "a codifier and a text model both find the words of lessons: give one of them");
    }
    Resources resources = new Resources();
    Monitor monitor = new Monitor(settings.clock);
    try {
      Optional<Home> home =
          settings.home.map(path -> resources.opened(Home.hold(path, settings.clock.instant())));
      Optional<Storage> storage = storage(settings, home, monitor).map(resources::opened);
      EventStore events = settings.events.or(() -> storage.map(Storage::events)).orElseThrow();
      SkillStore skills = settings.skills.or(() -> storage.map(Storage::skills)).orElseThrow();
      RecallEngine engine = settings.engine.orElseGet(() -> index(home, resources));
      if (settings.restored.isPresent()) {
        restored(settings, events, skills, engine);
      }
      String described = storage.map(Storage::description).orElse("given to the builder");
      return new Assembly(
              settings,
              new Assembly.Opened(
                  home,
                  storage.filter(one -> settings.storesNone()),
                  events,
                  skills,
                  engine,
                  described,
                  resources),
              monitor)
          .engine();
    } catch (RuntimeException | Error e) {
      resources.close();
      throw e;
    }
  }

  private static Optional<Storage> storage(
      Settings settings, Optional<Home> home, Monitor monitor) {
    if (settings.shared.isPresent()) {
      return Optional.of(settings.shared.get().get());
    }
    if (home.isEmpty() || (settings.events.isPresent() && settings.skills.isPresent())) {
      return Optional.empty();
    }
    StorageProvider provider =
        settings.storage.orElseGet(
            () ->
                only(
                    StorageProvider.class,
                    "dev.hivemind:hivemind-store-h2",
                    "name one with storage(...) on the builder"));
    Recovery recovery = new Recovery(home.get().directory(), provider);
    if (settings.storesNone()) {
      settings.restored.ifPresent(file -> restore(file, recovery));
    }
    return Optional.of(recovery.open(monitor::problem));
  }

  private static void restore(Path file, Recovery recovery) {
    if (ExportFile.is(file)) {
      recovery.read(ExportFile.whole(file));
    } else {
      recovery.restore(file);
    }
  }

  // An index may hold another library at the version that this one happens to have.
  private static void restored(
      Settings settings, EventStore events, SkillStore skills, RecallEngine engine) {
    if (!settings.storesNone()) {
      Path file = settings.restored.orElseThrow();
      if (!ExportFile.is(file)) {
        throw new HivemindException(
            "a backup cannot be restored into stores that are given to the builder: " + file);
      }
      new Importer(events, skills).read(ExportFile.whole(file));
    }
    skills.workspaces().forEach(engine::clear);
  }

  private static RecallEngine index(Optional<Home> home, Resources resources) {
    Path directory =
        home.map(one -> one.inside("index"))
            .orElseGet(() -> resources.opened(TemporaryDirectory.create()).path());
    return resources.opened(provider().open(directory));
  }

  private static RecallEngineProvider provider() {
    return only(
        RecallEngineProvider.class,
        "dev.hivemind:hivemind-store-lucene",
        "give an engine with recallEngine(...) on the builder");
  }

  // The library's own class loader: a foreign context class loader changes nothing.
  private static <T> T only(Class<T> type, String artifact, String wayOut) {
    List<T> found =
        ServiceLoader.load(type, Hivemind.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    String names =
        found.stream()
            .map(one -> one.getClass().getName())
            .sorted()
            .collect(Collectors.joining(", "));
    throw new HivemindException(
        found.isEmpty()
            ? "no "
                + type.getSimpleName()
                + " was found: add "
                + artifact
                + " to the class path or module path, or "
                + wayOut
            : "more than one " + type.getSimpleName() + " was found (" + names + "): " + wayOut);
  }
}
