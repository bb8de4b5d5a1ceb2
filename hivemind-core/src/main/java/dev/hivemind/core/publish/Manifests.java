package dev.hivemind.core.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the manifest of each root, outside of it. */
interface Manifests {
  /**
   * Returns the manifest of a root; empty if there is none.
   *
   * @throws IOException if there is one that cannot be read
   */
  Optional<Manifest> read(Path realRoot) throws IOException;

  /** Replaces the manifest of a root: durable on return, as far as this store is. */
  void write(Path realRoot, Manifest manifest) throws IOException;

  /** Returns a store that forgets everything with the JVM. */
  static Manifests inMemory() {
    Map<Path, Manifest> manifests = new ConcurrentHashMap<>();
    return new Manifests() {
      @Override
      public Optional<Manifest> read(Path realRoot) {
        return Optional.ofNullable(manifests.get(realRoot));
      }

      @Override
      public void write(Path realRoot, Manifest manifest) {
        manifests.put(realRoot, manifest);
      }
    };
  }
}
