package dev.hivemind;

import dev.hivemind.spi.EmbeddingModel;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RecallEngine;
import dev.hivemind.spi.Redactor;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
import dev.hivemind.spi.TextModel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Configures a {@link Hivemind}. Every setting has a default, printed by {@link Hivemind#status()};
 * a bad value throws at once, naming it. What is set here wins over what is found on the class
 * path. Objects given here belong to the host, which closes them after the Hivemind. Not
 * thread-safe; one {@link #open} each.
 */
public interface HivemindBuilder {
  /**
   * Sets the directory that holds the database, the index and the published skills. It is created,
   * readable by its owner only, and has one holder at a time. Without a home, a shared storage or
   * both stores must be given; the index is in a temporary directory then, and nothing is published
   * by default.
   */
  HivemindBuilder home(Path home);

  /**
   * Sets what opens the stores inside the home. Default: the one provider on the class path, H2 as
   * a rule.
   */
  HivemindBuilder storage(StorageProvider provider);

  /**
   * Sets what opens stores that other processes use as well, in a database as a rule; {@link #open}
   * asks for it, and it is closed with the Hivemind. What one process learns, the others recall
   * within two seconds; which of them learns it, they settle among themselves. The home, if there
   * is one, is each process's own: index and published skills follow the stores. Default: none, the
   * stores are in the home. Not together with {@link #storage}.
   */
  HivemindBuilder sharedStorage(Supplier<? extends Storage> storage);

  /**
   * Begins with what a file holds that {@link Hivemind#backup} or {@link Hivemind#export} wrote.
   * {@link #open} refuses if there are memories already, or if the file is cut short or changed. A
   * backup is for the storage that wrote it; it comes back as it was, in the home. An export is
   * read into whatever stores there are; in those given to the builder, one that was broken off
   * leaves what it had read. Published files that are there already count as in a root whose
   * manifest is lost: newer words in them become edits, nothing is retired. Default: none.
   */
  HivemindBuilder restore(Path file);

  /** Sets the store for events. Default: the storage's. */
  HivemindBuilder eventStore(EventStore store);

  /** Sets the store for skills. Default: the storage's. */
  HivemindBuilder skillStore(SkillStore store);

  /**
   * Sets the engine that finds candidates. Default: the one provider on the class path, Lucene as a
   * rule.
   */
  HivemindBuilder recallEngine(RecallEngine engine);

  /** Sets a redactor that runs after the built-in one, never instead of it. Default: none. */
  HivemindBuilder redactor(Redactor redactor);

  /**
   * Sets whether addresses of mail, telephone numbers, IBANs and numbers of cards may stand in
   * evidence and in what is learned from it. Default: {@link PersonalData#MASKED}.
   */
  HivemindBuilder personalData(PersonalData treatment);

  /** Sets what turns evidence into words. Default: rules. */
  HivemindBuilder codifier(Codifier codifier);

  /**
   * Sets a language model that finds the words of lessons. Evidence and the nearest known skills
   * are given to it as data; what it answers is checked, and where it fails, lies or is late the
   * rules take over. It never decides scope, trust or state. Default: none. Not together with
   * {@link #codifier}.
   */
  HivemindBuilder textModel(TextModel model);

  /**
   * Sets what one run of codification may ask of the text model: so many calls, so many characters
   * given to it in all, and so long in all; one call gets at most a third of the time. Default: 20
   * calls, 200,000 characters, one minute. While a call runs, learning in its workspace waits;
   * recall never does.
   */
  HivemindBuilder modelBudget(int calls, int characters, Duration time);

  /** Sets an embedding model that adds vectors to the words. Default: none. */
  HivemindBuilder embeddingModel(EmbeddingModel model);

  /** Sets who has the last word on promotion. Default: {@link PromotionPolicy#automatic()}. */
  HivemindBuilder promotion(PromotionPolicy policy);

  /** Adds a listener. Default: none. */
  HivemindBuilder listener(HivemindListener listener);

  /**
   * Publishes what is visible in a scope under a directory. Default: {@code
   * <home>/skills/<workspace>} for each workspace.
   */
  HivemindBuilder publishTo(Path root, Scope scope);

  /** Sets whether recall speaks. Default: {@link Mode#ON}. */
  HivemindBuilder mode(Mode mode);

  /**
   * Sets which share of lessons is held out, to find out whether showing them does any good: a
   * session is not shown a skill it is drawn for, in all its recalls. The draw is a function of
   * seed, session and skill. What an authorised person taught, wrote or approved is never held out.
   * 0 to .5, default 0: off.
   */
  HivemindBuilder holdOut(double share, long seed);

  /**
   * Sets how long a recall at the prompt and one before a tool may take. Default: 20 ms and 5 ms.
   */
  HivemindBuilder deadlines(Duration atPrompt, Duration beforeTool);

  /**
   * Sets how many skills and characters a recall at the prompt shows at most. Default: 2 and 1,500.
   */
  HivemindBuilder promptBudget(int skills, int characters);

  /**
   * Sets how many skills and characters a recall before a tool shows at most. Default: 1 and 300.
   */
  HivemindBuilder toolBudget(int skills, int characters);

  /** Sets after how long without an event a session counts as ended. Default: 5 minutes. */
  HivemindBuilder sessionIdle(Duration idle);

  /** Sets after how many events of a workspace codification runs in any case. Default: 50. */
  HivemindBuilder codifyAfter(int events);

  /**
   * Sets how long the writer waits for company before it commits; corrections never wait. 0 to 1 s,
   * default 20 ms.
   */
  HivemindBuilder linger(Duration linger);

  /** Sets how many bytes of events may wait in memory. At least 64 KB, default 16 MB. */
  HivemindBuilder queueBytes(long bytes);

  /**
   * Sets to how many characters the text of one event is cut. 1,000 to 300,000, default 256,000.
   */
  HivemindBuilder eventCharacters(int characters);

  /**
   * Sets how long raw events are kept; what a skill stands on stays with the skill. At least an
   * hour, default 30 days.
   */
  HivemindBuilder retention(Duration retention);

  /** Sets how much of what happened is kept once it was mined. Default: {@link Capture#FULL}. */
  HivemindBuilder capture(Capture capture);

  /**
   * Sets how many active skills a scope may have; further ones wait as candidates. Where five times
   * as many wait, a new one that nobody authorised stands behind is skipped, and counted so.
   * Default: 200.
   */
  HivemindBuilder activeSkills(int skills);

  /** Sets where the time comes from. Default: the system's clock. */
  HivemindBuilder clock(InstantSource clock);

  /**
   * Opens. A database that is damaged is set aside in {@code <home>/aside}, never deleted, and the
   * newest backup in {@code <home>/backups} takes its place; {@link Hivemind#status()} and the log
   * say so. Backups are made by themselves, at most one a day, by a close or after a day of
   * running; the newest three are kept. Without one the damage is thrown and the database left as
   * it is.
   *
   * @throws HivemindException if the home is held by somebody else, is not writable or holds
   *     something foreign, if it is damaged and there is no backup ({@link DamagedStoreException}),
   *     if there is nothing to restore or something in its way, or if no provider or more than one
   *     is found; the message names it and the way out
   * @throws IllegalStateException if the settings do not fit together
   */
  Hivemind open();

  /**
   * Opens, or returns a Hivemind that remembers nothing yet, for a host that would rather run
   * without memory than not at all. Where {@link #open} throws {@link HivemindException}, what is
   * returned answers as {@link Hivemind#noop()} does and goes on trying, after a second at first
   * and every half minute later; once that succeeds it works like any other. Until then {@link
   * Hivemind#status()} says {@code NOOP} and why; what is recorded is dropped, and counted as lost
   * to a failing store.
   *
   * @throws IllegalStateException if the settings do not fit together
   */
  Hivemind openOrNoop();
}
