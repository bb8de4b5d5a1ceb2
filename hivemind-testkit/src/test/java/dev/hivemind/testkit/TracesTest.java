package dev.hivemind.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {
  @TempDir Path directory;

  @Test
  void text_isFoundInEveryEncoding() throws IOException {
    Path deep = Files.createDirectories(directory.resolve("a/b"));
    Path wide = Files.writeString(deep.resolve("wide"), "xgräfin", StandardCharsets.UTF_16LE);
    Path narrow = Files.write(deep.resolve("narrow"), "gräfin".getBytes(StandardCharsets.UTF_8));
    Files.writeString(deep.resolve("other"), "baron");
    assertThat(Traces.of("gräfin", directory)).containsExactlyInAnyOrder(wide, narrow);
    assertThat(Traces.of("duchess", directory)).isEmpty();
  }
}
