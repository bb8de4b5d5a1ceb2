package dev.hivemind.core.skillfile;

/** Line ends and trailing blanks: what an editor or a checkout changes without meaning it. */
final class Lines {
  private Lines() {}

  /** Returns the text without byte order mark and with LF alone as line end. */
  static String unix(String text) {
    String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return whole.indexOf('\r') < 0 ? whole : whole.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** Returns {@link #unix} without blanks at the end of a line or lines at the end of the text. */
  static String normal(String text) {
    String unix = unix(text);
    StringBuilder normal = new StringBuilder(unix.length());
    for (int from = 0; from <= unix.length(); ) {
      int end = unix.indexOf('\n', from);
      int stop = end < 0 ? unix.length() : end;
      normal.append(unix, from, withoutBlanks(unix, from, stop)).append('\n');
      from = stop + 1;
    }
    return normal.substring(0, lastText(normal));
  }

  private static int withoutBlanks(String text, int from, int end) {
    int stop = end;
    while (stop > from && (text.charAt(stop - 1) == ' ' || text.charAt(stop - 1) == '\t')) {
      stop--;
    }
    return stop;
  }

  private static int lastText(CharSequence text) {
    int stop = text.length();
    while (stop > 0 && text.charAt(stop - 1) == '\n') {
      stop--;
    }
    return stop;
  }

  /** Returns how many bytes the text takes in UTF-8. */
  static int bytes(CharSequence text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      bytes += bytes(text.charAt(i));
    }
    return bytes;
  }

  private static int bytes(char unit) {
    if (unit < 0x80) {
      return 1;
    }
    return unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
  }
}
