package dev.hivemind.examples.transcripts;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Scope;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * One transcript as events.
 *
 * @param name its file's name without the ending
 * @param lines how many of its lines could be read
 * @param moments what happened, in order
 */
public record Transcript(String name, int lines, List<Moment> moments) {
  private static final String ENDING = ".jsonl";

  /** The scope all transcripts of a folder share. */
  public static final Scope SCOPE = Scope.of("transcripts");

  /** Whoever typed the prompts runs the agent: his correction may teach. */
  public static final Author PERSON = Author.operator("developer");

  /** Copies. */
  public Transcript {
    moments = List.copyOf(moments);
  }

  /**
   * Hands on the transcripts of a folder one by one, the one that began first first; only one is
   * held in memory.
   *
   * @param log hears of progress and of lines that were skipped
   */
  public static void each(Path folder, PrintStream log, Consumer<Transcript> use)
      throws IOException {
    Problems problems = new Problems(log);
    TranscriptReader reader = new TranscriptReader(problems);
    List<Path> files = TranscriptReader.transcripts(folder);
    for (int i = 0; i < files.size(); i++) {
      String file = files.get(i).getFileName().toString();
      List<Line> lines = reader.read(files.get(i));
      log.printf("%d/%d %s: %d lines%n", i + 1, files.size(), file, lines.size());
      List<Moment> moments = Conversation.of(SCOPE, file, PERSON, lines, problems);
      use.accept(new Transcript(name(file), lines.size(), moments));
    }
  }

  /** Returns a file's name without its ending. */
  static String name(String file) {
    return file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
  }

  /** Returns the events alone. */
  public List<AgentEvent> events() {
    List<AgentEvent> events = new ArrayList<>();
    moments.forEach(moment -> events.add(moment.event()));
    return events;
  }
}
