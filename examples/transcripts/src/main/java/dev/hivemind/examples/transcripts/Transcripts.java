package dev.hivemind.examples.transcripts;

import dev.hivemind.Hivemind;
import dev.hivemind.HivemindException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads a folder of coding sessions, learns from them one after the other, and replays them: what
 * would the agent have been told before it acted?
 */
public final class Transcripts {
  private static final String USAGE =
      """
      Usage: Transcripts <folder> [<home>]
        folder  holds *.jsonl, one coding session each, in Claude Code's transcript format
        home    where to keep what is learned; a new temporary directory by default
      With Maven:
        mvn -q -pl examples/transcripts -am compile exec:java -Dexec.args=<folder>""";

  private static final int REPLAYED = 5;
  private static final int MISUSED = 2;
  private static final int FAILED = 1;

  /** Transcripts are history: none is too old to learn from. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final Path folder;
  private final PrintStream log;
  private final Printer printer;

  private Transcripts(Path folder, PrintStream out, PrintStream log) {
    this.folder = folder;
    this.log = log;
    this.printer = new Printer(out);
  }

  /** Learns from the folder given; exits with 2 after a wrong call, with 1 after a failure. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    int code = run(args, out, System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Does all of it and returns the exit code. */
  static int run(String[] args, PrintStream out, PrintStream log) {
    if (args.length < 1 || args.length > 2) {
      log.println(USAGE);
      return MISUSED;
    }
    Path folder = Path.of(args[0]);
    if (!Files.isDirectory(folder)) {
      log.println("not a folder: " + folder + "\n" + USAGE);
      return MISUSED;
    }
    try {
      if (TranscriptReader.transcripts(folder).isEmpty()) {
        log.println("no *.jsonl in " + folder + ": give the folder that holds them");
        return MISUSED;
      }
      Path home = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("hivemind-");
      new Transcripts(folder, out, log).learnAndReplay(home);
      return 0;
    } catch (IOException | HivemindException | IllegalStateException e) {
      log.println("failed: " + e);
      return FAILED;
    }
  }

  private void learnAndReplay(Path home) throws IOException {
    try (Hivemind hivemind = Hivemind.builder().home(home).retention(FOR_EVER).open()) {
      Learning learning = new Learning(hivemind);
      Transcript.each(
          folder, log, transcript -> printer.session(transcript, learning.learn(transcript)));
      printer.skills(hivemind.skills(Transcript.SCOPE).list(), files(home));
      replay(hivemind);
      printer.heading("Kept in " + home);
      printer.lost(hivemind.status());
    }
  }

  private void replay(Hivemind hivemind) throws IOException {
    Replay replay = new Replay(hivemind);
    PrintStream quiet =
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Transcript.each(folder, quiet, replay::ask);
    printer.replay(replay, REPLAYED, hivemind);
  }

  /** Returns the published files by the names of their skills. */
  private static Map<String, Path> files(Path home) throws IOException {
    Map<String, Path> files = new HashMap<>();
    Path root = home.resolve("skills").resolve(Transcript.SCOPE.workspace());
    if (Files.isDirectory(root)) {
      try (Stream<Path> skills = Files.list(root)) {
        for (Path skill : skills.toList()) {
          Path file = skill.resolve("SKILL.md");
          if (Files.isRegularFile(file)) {
            files.put(skill.getFileName().toString(), file);
          }
        }
      }
    }
    return files;
  }
}
