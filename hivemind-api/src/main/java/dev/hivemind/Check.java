package dev.hivemind;

import java.util.Objects;

/** Argument checks whose messages name the value and the way out. */
final class Check {
  static final int ID_LENGTH = 256;

  private Check() {}

  static <T> T notNull(String what, T value) {
    return Objects.requireNonNull(value, () -> what + " must not be null");
  }

  static String id(String what, String value) {
    notNull(what, value);
    if (value.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
    if (value.length() > ID_LENGTH) {
      throw new IllegalArgumentException(
          what
              + " has "
              + value.length()
              + " characters, at most "
              + ID_LENGTH
              + " are allowed: "
              + shown(value));
    }
    return value;
  }

  /** Returns the value in quotes, shortened and without control characters, fit for a message. */
  static String shown(String value) {
    String head = value.length() <= 60 ? value : value.substring(0, 60) + "...";
    return "'" + head.replaceAll("\\p{Cntrl}", "?") + "'";
  }
}
