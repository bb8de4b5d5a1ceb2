package dev.hivemind.testkit;

import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RowCount;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import java.nio.file.Path;
import java.util.Objects;

/** A storage some of whose stores' calls fail, counted together. Thread-safe as its stores are. */
public final class FailingStorage implements Storage {
  private final Storage storage;
  private final EventStore events;
  private final SkillStore skills;

  /** Wraps a storage, which is closed with this one. */
  public FailingStorage(Storage storage, Failures failures) {
    this.storage = Objects.requireNonNull(storage, "storage");
    this.events = new FailingEventStore(storage.events(), failures);
    this.skills = new FailingSkillStore(storage.skills(), failures);
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
  public RowCount backup(Path file) {
    return storage.backup(file);
  }

  @Override
  public String description() {
    return "failing, " + storage.description();
  }

  @Override
  public void close() {
    storage.close();
  }
}
