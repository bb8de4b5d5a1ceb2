package dev.hivemind.core;

import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import dev.hivemind.core.home.Home;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.RecallEngineProvider;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
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
        && (settings.events.isEmpty() || settings.skills.isEmpty() || settings.engine.isEmpty())) {
      throw new IllegalStateException(
          "without a home an event store, a skill store and a recall engine must be given: call home(Path) on the builder");
    }
    if (settings.codifier.isPresent() && settings.textModel.isPresent()) {
      throw new IllegalStateException(
          "a codifier and a text model both find the words of lessons: give one of them");
    }
    Resources resources = new Resources();
    try {
      Optional<Home> home =
          settings.home.map(path -> resources.opened(Home.hold(path, settings.clock.instant())));
      Optional<Storage> storage = storage(settings, home).map(resources::opened);
      EventStore events = settings.events.or(() -> storage.map(Storage::events)).orElseThrow();
      SkillStore skills = settings.skills.or(() -> storage.map(Storage::skills)).orElseThrow();
      RecallEngine engine =
          settings
              .engine
              .or(() -> home.map(one -> resources.opened(provider().open(one.inside("index")))))
              .orElseThrow();
      String described = storage.map(Storage::description).orElse("given to the builder");
      return new Assembly(
              settings, new Assembly.Opened(home, events, skills, engine, described, resources))
          .engine();
    } catch (RuntimeException | Error e) {
      resources.close();
      throw e;
    }
  }

  private static Optional<Storage> storage(Settings settings, Optional<Home> home) {
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
    return Optional.of(provider.open(home.get().inside("data")));
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
