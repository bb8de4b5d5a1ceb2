package dev.hivemind.core.publish;

import dev.hivemind.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns a scope into the name of a directory. */
final class ScopeDirectory {
  /** File systems take 255 bytes; the hash and a little room come on top. */
  private static final int BYTES = 200;

  /** Devices on Windows, with whatever extension. */
  private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|(com|lpt)[0-9])([.].*)?");

  private ScopeDirectory() {}

  static String name(Scope scope) {
    String joined = scope.toString().replace('/', '~');
    String safe = cut(folded(joined).replace(':', '_'));
    if (DEVICE.matcher(safe).matches()) {
      safe = "_" + safe;
    }
    return safe.equals(joined) ? joined : safe + "=" + Hash.brief(joined);
  }

  /** Upper case first: some letters are alike in upper case only. */
  private static String folded(String name) {
    return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  private static String cut(String name) {
    int end = 0;
    int bytes = 0;
    while (end < name.length()) {
      int next = name.offsetByCodePoints(end, 1);
      bytes += name.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
      if (bytes > BYTES) {
        break;
      }
      end = next;
    }
    return name.substring(0, end);
  }
}
