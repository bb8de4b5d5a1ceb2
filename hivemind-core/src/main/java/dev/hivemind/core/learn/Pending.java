package dev.hivemind.core.learn;

import dev.hivemind.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What of a workspace waits to be mined, and which of its sessions are still going on. Thread-safe.
 */
final class Pending {
  private static final int SESSIONS = 1_000;

  private final Duration idle;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<SessionKey, Instant> open = new LinkedHashMap<>(16, .75f, true);
  private int events;
  private boolean requested;
  private boolean again;
  private boolean kept;

  /** A session without its author. */
  record SessionKey(dev.hivemind.Scope scope, String id) {}

  Pending(Duration idle) {
    this.idle = idle;
  }

  /** Takes note of an event and returns how many wait now. */
  int heard(Session session, Instant now) {
    lock.lock();
    try {
      open.put(new SessionKey(session.scope(), session.id()), now);
      if (open.size() > SESSIONS) {
        Iterator<SessionKey> eldest = open.keySet().iterator();
        eldest.next();
        eldest.remove();
      }
      return ++events;
    } finally {
      lock.unlock();
    }
  }

  /** Asks for a run; false if one is asked for already. */
  boolean request() {
    lock.lock();
    try {
      boolean first = !requested;
      requested = true;
      return first;
    } finally {
      lock.unlock();
    }
  }

  /** Mining begins: what is heard from now on waits for the next run. */
  void begin() {
    lock.lock();
    try {
      events = 0;
      requested = false;
      again = true;
      kept = false;
    } finally {
      lock.unlock();
    }
  }

  /** Something failed that the next run will try again. */
  void failed() {
    lock.lock();
    try {
      again = true;
    } finally {
      lock.unlock();
    }
  }

  /** Mining came to its end; without this call it is due again. */
  void done() {
    lock.lock();
    try {
      again = false;
    } finally {
      lock.unlock();
    }
  }

  /** It is somebody else's turn. */
  void kept() {
    lock.lock();
    try {
      kept = true;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the last run was kept from beginning. */
  boolean waits() {
    lock.lock();
    try {
      return kept;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the last run came to its end. */
  boolean finished() {
    lock.lock();
    try {
      return !again;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether there is anything to mine. */
  boolean any() {
    lock.lock();
    try {
      return events > 0 || again;
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether a run is due because the last one failed or nothing more comes. */
  boolean due(Instant now) {
    lock.lock();
    try {
      return again || (events > 0 && open.values().stream().allMatch(last -> idle(last, now)));
    } finally {
      lock.unlock();
    }
  }

  /** Removes and returns the sessions in which nothing happened for long enough. */
  List<SessionKey> ended(Instant now) {
    lock.lock();
    try {
      List<SessionKey> ended = new ArrayList<>();
      open.forEach(
          (session, last) -> {
            if (idle(last, now)) {
              ended.add(session);
            }
          });
      ended.forEach(open::remove);
      return ended;
    } finally {
      lock.unlock();
    }
  }

  private boolean idle(Instant last, Instant now) {
    return Duration.between(last, now).compareTo(idle) >= 0;
  }
}
