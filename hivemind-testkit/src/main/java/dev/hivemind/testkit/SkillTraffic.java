package dev.hivemind.testkit;

import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Writers and followers of one workspace at the same time. */
final class SkillTraffic {
  private static final int WRITERS = 4;
  private static final int FOLLOWERS = 2;
  private static final int REVISIONS = 40;
  private static final int PAGE = 7;

  private final SkillStore store;
  private final AtomicInteger writing = new AtomicInteger(WRITERS);

  SkillTraffic(SkillStore store) {
    this.store = store;
  }

  /** Returns what each follower saw while every writer saved the revisions of a skill. */
  List<List<Change>> followed() {
    return Race.of(WRITERS + FOLLOWERS, number -> number < WRITERS ? write("s" + number) : follow())
        .subList(WRITERS, WRITERS + FOLLOWERS);
  }

  private List<Change> write(String id) {
    try {
      for (int revision = 1; revision <= REVISIONS; revision++) {
        store.append(Samples.skill("w", id, revision));
      }
    } finally {
      writing.decrementAndGet();
    }
    return List.of();
  }

  private List<Change> follow() {
    List<Change> seen = new ArrayList<>();
    boolean last = false;
    while (true) {
      boolean more = Pages.nextChanges(store, "w", seen, PAGE);
      if (!more && last) {
        return seen;
      }
      last = writing.get() == 0;
    }
  }
}
