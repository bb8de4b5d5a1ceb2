package dev.hivemind.store.h2;

import dev.hivemind.HivemindException;
import org.h2.engine.Constants;

/**
 * Which versions of H2 may hold a home. Another one than this module was built with comes with a
 * host's dependency management.
 *
 * <p>2.5.250 and 2.5.252 lost acknowledged rows, and tore groups, in one of six kills of a process
 * with two writers; 2.4.240 lost none in 95.
 */
final class H2Version {
  private H2Version() {}

  static void checkFound() {
    check(Constants.VERSION);
  }

  static void check(String version) {
    if (version.startsWith("2.5.")) {
      throw new HivemindException(
          "H2 "
              + version
              + " is known to lose acknowledged rows when the process is killed: use"
              + " com.h2database:h2:2.4.240");
    }
    if (version.startsWith("1.") || version.matches("2\\.[0-2]\\..*")) {
      throw new HivemindException("H2 " + version + " is too old: use com.h2database:h2:2.4.240");
    }
  }
}
