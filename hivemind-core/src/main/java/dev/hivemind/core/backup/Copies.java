package dev.hivemind.core.backup;

import dev.hivemind.CopyReport;
import dev.hivemind.HivemindException;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RowCount;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** The copies somebody asks for. */
public final class Copies {
  private final Optional<Storage> storage;
  private final EventStore events;
  private final SkillStore skills;
  private final InstantSource clock;

  /** Creates; {@code storage} is what holds both stores, if one does. */
  public Copies(
      Optional<Storage> storage, EventStore events, SkillStore skills, InstantSource clock) {
    this.storage = storage;
    this.events = events;
    this.skills = skills;
    this.clock = clock;
  }

  /** Writes what the storage holds, in its own form. */
  public CopyReport backup(Path path) {
    Storage whole = storage.orElseThrow(() -> without("stores that were given to the builder"));
    NewFile file = new NewFile(path);
    try {
      return report(file, file.filled(whole::backup));
    } catch (UnsupportedOperationException e) {
      throw without(whole.description());
    }
  }

  private static HivemindException without(String what) {
    return new HivemindException("no backup of " + what + " can be made: use export");
  }

  /** Writes what the stores hold, as JSON lines. */
  public CopyReport export(Path path) {
    NewFile file = new NewFile(path);
    return report(
        file, file.filled(draft -> new Exporter(events, skills).to(draft, clock.instant())));
  }

  private static CopyReport report(NewFile file, RowCount rows) {
    try {
      return new CopyReport(file.path(), Files.size(file.path()), rows.events(), rows.revisions());
    } catch (IOException e) {
      throw new HivemindException("the file " + file.path() + " vanished (" + e + ")", e);
    }
  }
}
