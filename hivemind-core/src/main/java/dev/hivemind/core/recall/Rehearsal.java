package dev.hivemind.core.recall;

import dev.hivemind.RecallContext;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.core.library.LibrarySnapshot;
import java.time.Duration;
import java.util.List;

/**
 * Recalls that nobody sees, until they are quick: the first ones after a start would otherwise
 * spend their deadline on loading code and on running it before it is compiled.
 */
final class Rehearsal {
  private static final long AT_MOST = Duration.ofMillis(250).toNanos();
  private static final int RECALLS = 64;
  private static final long QUICK = Duration.ofMillis(1).toNanos();
  private static final int IN_A_ROW = 8;
  // Far apart in the order of names, so that neighbours are not all of one kind.
  private static final int STRIDE = 37;

  private final Recaller recaller;
  private final LibrarySnapshot snapshot;

  Rehearsal(Recaller recaller, LibrarySnapshot snapshot) {
    this.recaller = recaller;
    this.snapshot = snapshot;
  }

  /** Asks for the skills by turns, at the prompt and before a call. */
  void of(List<Skill> skills) {
    long end = System.nanoTime() + AT_MOST;
    int quick = 0;
    for (int i = 0; i < IN_A_ROW || isGoingOn(i, quick, end); i++) {
      Skill skill = skills.get((int) ((long) i * STRIDE % skills.size()));
      quick = nanoseconds(context(skill, i)) < QUICK ? quick + 1 : 0;
    }
  }

  private static boolean isGoingOn(int i, int quick, long end) {
    return i < RECALLS && quick < IN_A_ROW && System.nanoTime() < end;
  }

  private static RecallContext context(Skill skill, int i) {
    Session session = Session.of(skill.scope(), "rehearsal-" + i);
    RecallContext prompt = RecallContext.of(session, skill.description());
    return i % 2 == 0 ? prompt : prompt.beforeTool("none", "{}");
  }

  private long nanoseconds(RecallContext context) {
    long start = System.nanoTime();
    recaller.recall(context, snapshot);
    return System.nanoTime() - start;
  }
}
