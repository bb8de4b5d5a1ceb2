package dev.hivemind;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Finds providers with this library's own class loader, so that a foreign context class loader
 * changes nothing.
 */
final class Providers {
  private Providers() {}

  static <T> T only(Class<T> type, String artifact, String wayOut) {
    List<T> found =
        ServiceLoader.load(type, Hivemind.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    if (found.isEmpty()) {
      throw new HivemindException(
          "no "
              + type.getSimpleName()
              + " was found: add "
              + artifact
              + " to the class path or module path");
    }
    if (found.size() > 1) {
      String names =
          found.stream().map(one -> one.getClass().getName()).collect(Collectors.joining(", "));
      throw new HivemindException(
          "more than one " + type.getSimpleName() + " was found (" + names + "): " + wayOut);
    }
    return found.get(0);
  }
}
