package dev.hivemind.testkit;

import dev.hivemind.spi.Redactor;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A plain redactor that keeps the contract, and redactors that break one promise each. */
final class BrokenRedactors {
  static final List<String> SECRETS = List.of("key-0123456789", "key-9876543210");
  private static final Pattern SECRET = Pattern.compile("key-[0-9]{10}");
  private static final String MARKER = "[masked:key]";

  static final Map<String, Supplier<Redactor>> ALL =
      Map.ofEntries(
          Map.entry("masks nothing", () -> text -> text),
          Map.entry("masks the first", () -> text -> SECRET.matcher(text).replaceFirst(MARKER)),
          Map.entry("masks after a blank", () -> text -> text.replaceAll(" key-[0-9]{10}", " [x]")),
          Map.entry("leaves no marker", () -> text -> SECRET.matcher(text).replaceAll("")),
          Map.entry("eats what follows", () -> text -> text.replaceAll("key-[0-9]{10}.*", MARKER)),
          Map.entry("reads the head", () -> BrokenRedactors::readsTheHead),
          Map.entry("tidies other text", () -> text -> sound(text).strip()),
          Map.entry("masks its marker", () -> text -> sound(text).replace("masked", "[masked:m]")),
          Map.entry("counts", BrokenRedactors::counting),
          Map.entry("fails on half a letter", () -> BrokenRedactors::failsOnHalfALetter));

  private BrokenRedactors() {}

  static String sound(String text) {
    return SECRET.matcher(text).replaceAll(MARKER);
  }

  private static String readsTheHead(String text) {
    return text.length() < 10_000 ? sound(text) : sound(text.substring(0, 10_000)) + text;
  }

  private static Redactor counting() {
    AtomicInteger count = new AtomicInteger();
    return text -> SECRET.matcher(text).replaceAll(m -> "[masked:" + count.incrementAndGet() + "]");
  }

  private static String failsOnHalfALetter(String text) {
    if (text.length() == 1 && Character.isSurrogate(text.charAt(0))) {
      throw new IllegalArgumentException("half a letter");
    }
    return sound(text);
  }
}
