package dev.hivemind.core.recall;

import dev.hivemind.core.text.Grams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Ordinary prompts about nothing in particular, from {@code background.txt} beside this class: how
 * common a word is in what people ask anyway. A library of three skills knows nothing of that by
 * itself, and a word of theirs that everybody uses must not make them sure.
 */
final class Background {
  private static final String RESOURCE = "background.txt";

  private Background() {}

  /** Returns the statistics of a library without skills. */
  static Statistics statistics() {
    return Statistics.ofBackground(
        lines().stream()
            .map(line -> new Statistics.Holder(Vector.counts(Hashes.words(line)), grams(line)))
            .toList());
  }

  private static Vector grams(String line) {
    return Vector.counts(Grams.of(line));
  }

  /** Returns the prompts. */
  static List<String> lines() {
    try (InputStream in =
            Objects.requireNonNull(Background.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + RESOURCE + " from the class path", e);
    }
  }
}
