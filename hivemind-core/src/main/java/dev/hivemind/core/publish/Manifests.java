package dev.hivemind.core.publish;

import dev.hivemind.Scope;
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

  /**
   * Replaces the manifest of a root that is bound to a scope: durable on return, as far as this
   * store is.
   */
  void write(Path realRoot, Scope scope, Manifest manifest) throws IOException;

  /** Forgets the manifest of a root. */
  void remove(Path realRoot) throws IOException;

  /**
   * Returns every root there is a manifest of, with its scope; those whose scope is lost are not.
   */
  Map<Path, Scope> roots() throws IOException;

  /** Returns a store that forgets everything with the JVM. */
  static Manifests inMemory() {
    Map<Path, Manifest> manifests = new ConcurrentHashMap<>();
    Map<Path, Scope> scopes = new ConcurrentHashMap<>();
    return new Manifests() {
      @Override
      public Optional<Manifest> read(Path realRoot) {
        return Optional.ofNullable(manifests.get(realRoot));
      }

      @Override
      public void write(Path realRoot, Scope scope, Manifest manifest) {
        manifests.put(realRoot, manifest);
        scopes.put(realRoot, scope);
      }

      @Override
      public void remove(Path realRoot) {
        manifests.remove(realRoot);
        scopes.remove(realRoot);
      }

      @Override
      public Map<Path, Scope> roots() {
        return Map.copyOf(scopes);
      }
    };
  }
}
