package dev.hivemind.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No pattern of core can be brought to its knees by what people and tools write: each is looked for
 * in long hostile texts, with a stack smaller than any thread of a host has.
 */
class PatternsTest {
  private static final int LENGTH = 3_000;
  private static final long STACK = 200_000;
  private static final int MOST_LOOKS = 30_000_000;
  private static final int FEWEST = 120;

  private static final List<String> PIECES =
      List.of(
          "a", "1", " ", "\n", "/", "?", "\"", "{", "no, ", "ok ", "und ", "non, ", "a.", "a/",
          "1.", "f0", "a: ", "\u4e0d");

  @Test
  void everyPattern_comesToAnEnd() throws Exception {
    Map<String, Pattern> patterns = patterns();
    assertThat(patterns).hasSizeGreaterThan(FEWEST);
    List<String> defeated = new ArrayList<>();
    for (Map.Entry<String, Pattern> entry : patterns.entrySet()) {
      for (String piece : PIECES) {
        String text = piece.repeat(LENGTH / piece.length());
        String outcome = outcome(entry.getValue(), text + "!");
        if (!outcome.isEmpty()) {
          defeated.add(entry.getKey() + " by '" + piece + "': " + outcome);
        }
      }
    }
    assertThat(defeated).isEmpty();
  }

  private static String outcome(Pattern pattern, String text) throws InterruptedException {
    FutureTask<Boolean> search =
        new FutureTask<>(
            () -> {
              boolean found = pattern.matcher(new Counted(text)).find();
              return pattern.matcher(new Counted(text)).matches() || found;
            });
    Thread thread = new Thread(null, search, "patterns", STACK);
    thread.setDaemon(true);
    thread.start();
    try {
      search.get();
      return "";
    } catch (ExecutionException e) {
      return e.getCause().toString();
    }
  }

  /** A text that is not looked at for ever; how busy the machine is makes no difference. */
  private static final class Counted implements CharSequence {
    private final String text;
    private int looks;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      looks++;
      if (looks > MOST_LOOKS) {
        throw new IllegalStateException("more than " + MOST_LOOKS + " looks at its letters");
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Returns every pattern a class of core holds in a constant, in lists and records too. */
  private static Map<String, Pattern> patterns() throws IOException, URISyntaxException {
    Path classes =
        Path.of(CoreProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Map<String, Pattern> patterns = new TreeMap<>();
    try (Stream<Path> files = Files.walk(classes.resolve("dev/hivemind/core"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replace('/', '.');
        gather(name.substring(0, name.length() - ".class".length()), patterns);
      }
    }
    return patterns;
  }

  private static void gather(String name, Map<String, Pattern> into) {
    try {
      for (Field field : Class.forName(name).getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          field.setAccessible(true);
          gather(name + "." + field.getName(), field.get(null), into);
        }
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new AssertionError(name, e);
    }
  }

  private static void gather(String name, Object value, Map<String, Pattern> into)
      throws ReflectiveOperationException {
    if (value instanceof Pattern pattern && !into.containsValue(pattern)) {
      into.put(name, pattern);
    } else if (value instanceof Collection<?> many) {
      int number = 0;
      for (Object one : many) {
        gather(name + "[" + number++ + "]", one, into);
      }
    } else if (value instanceof Map<?, ?> map) {
      gather(name, map.values(), into);
    } else if (value instanceof Record) {
      for (Field field : value.getClass().getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          gather(name + "." + field.getName(), field.get(value), into);
        }
      }
    }
  }
}
