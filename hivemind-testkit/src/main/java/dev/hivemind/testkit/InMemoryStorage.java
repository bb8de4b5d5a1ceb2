package dev.hivemind.testkit;

import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;

/**
 * Both stores on the heap. {@link #reopen} stands for a restart: a test that opens a home twice
 * gives the builder {@code directory -> storage.reopen()}. Thread-safe.
 */
public final class InMemoryStorage implements Storage {
  private final InMemoryEventStore events;
  private final InMemorySkillStore skills;

  /** Creates empty stores. */
  public InMemoryStorage() {
    this(new InMemoryEventStore(), new InMemorySkillStore());
  }

  private InMemoryStorage(InMemoryEventStore events, InMemorySkillStore skills) {
    this.events = events;
    this.skills = skills;
  }

  /** Closes this storage and returns a new one with the same rows. */
  public InMemoryStorage reopen() {
    return new InMemoryStorage(events.reopen(), skills.reopen());
  }

  @Override
  public EventStore events() {
    return events;
  }

  @Override
  public SkillStore skills() {
    return skills;
  }

  @Override
  public String description() {
    return "in memory, lost with the process";
  }

  @Override
  public void close() {
    events.close();
    skills.close();
  }
}
