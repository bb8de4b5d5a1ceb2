package dev.hivemind.store.h2;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that runs a class of these tests, and can be killed. */
final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;

  private ChildProcess(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  static ChildProcess run(Class<?> main, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    return new ChildProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  /** Returns the next lines it prints, fewer at its end. */
  List<String> lines(int count) throws IOException {
    List<String> lines = new ArrayList<>();
    String line = "";
    while (lines.size() < count && (line = out.readLine()) != null) {
      lines.add(line);
    }
    return lines;
  }

  /** Kills it, as {@code kill -9} does, and returns the whole lines it had still printed. */
  List<String> kill() throws IOException, InterruptedException {
    process.toHandle().destroyForcibly();
    StringBuilder rest = new StringBuilder();
    for (int c = out.read(); c >= 0; c = out.read()) {
      rest.append((char) c);
    }
    process.waitFor();
    return rest.substring(0, rest.lastIndexOf("\n") + 1).lines().toList();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
