package dev.hivemind.testkit;

import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RowCount;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A storage whose stores check their caller. A complaint is thrown where the mistake is made and
 * kept in {@link #complaints}, since whoever makes mistakes may also swallow errors. Thread-safe as
 * its stores are.
 */
public final class CheckingStorage implements Storage {
  private final Storage storage;
  private final CheckingEventStore events;
  private final CheckingSkillStore skills;

  /** Wraps a storage, which is closed with this one. */
  public CheckingStorage(Storage storage) {
    this.storage = Objects.requireNonNull(storage, "storage");
    this.events = new CheckingEventStore(storage.events());
    this.skills = new CheckingSkillStore(storage.skills());
  }

  @Override
  public EventStore events() {
    return events;
  }

  @Override
  public SkillStore skills() {
    return skills;
  }

  /** Returns what the callers did wrong so far; empty if nothing. */
  public List<String> complaints() {
    return Stream.concat(events.complaints().stream(), skills.complaints().stream()).toList();
  }

  @Override
  public RowCount backup(Path file) {
    return storage.backup(file);
  }

  @Override
  public String description() {
    return "checking, " + storage.description();
  }

  @Override
  public void close() {
    events.close();
    skills.close();
    storage.close();
  }
}
