package dev.hivemind.testkit;

import dev.hivemind.StaleRevisionException;
import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Skill stores that break one promise each. */
final class BrokenSkillStores {
  static final Map<String, Supplier<SkillStore>> ALL =
      Map.ofEntries(
          Map.entry("stale revision renumbered", StaleRenumbered::new),
          Map.entry("stale revision passed over", StaleIgnored::new),
          Map.entry("race has two winners", RaceWithTwoWinners::new),
          Map.entry("history reversed", HistoryReversed::new),
          Map.entry("change appears late", ChangeLate::new),
          Map.entry("after is inclusive", AfterInclusive::new),
          Map.entry("newest change left out", NewestLeftOut::new),
          Map.entry("erase leaves nothing", EraseLeavesNothing::new),
          Map.entry("erase keeps the revision", EraseKeepsRevision::new),
          Map.entry("erased is shown", ErasedShown::new),
          Map.entry("erase crosses workspaces", EraseCrosses::new),
          Map.entry("ids without case", IdsWithoutCase::new),
          Map.entry("scope lost", ScopeLost::new),
          Map.entry("document cut", DocumentCut::new));

  private BrokenSkillStores() {}

  private static class StaleRenumbered extends BrokenSkillStore {
    @Override
    public long append(SkillRow row) {
      for (int revision = row.revision(); ; revision++) {
        try {
          return sound.append(
              new SkillRow(row.workspace(), row.scope(), row.id(), revision, row.document()));
        } catch (StaleRevisionException e) {
          if (revision > row.revision() + 50) {
            throw e;
          }
        }
      }
    }
  }

  private static class StaleIgnored extends BrokenSkillStore {
    @Override
    public long append(SkillRow row) {
      try {
        return sound.append(row);
      } catch (StaleRevisionException e) {
        return 1;
      }
    }
  }

  private static class RaceWithTwoWinners extends BrokenSkillStore {
    @Override
    public long append(SkillRow row) {
      Optional<SkillRow> before = sound.newest(row.workspace(), row.id());
      boolean next = before.map(SkillRow::revision).orElse(0) + 1 == row.revision();
      LockSupport.parkNanos(1_000_000); // the others come to the same conclusion
      try {
        return sound.append(row);
      } catch (StaleRevisionException e) {
        if (next) {
          return Long.MAX_VALUE;
        }
        throw e;
      }
    }
  }

  private static class HistoryReversed extends BrokenSkillStore {
    @Override
    public List<SkillRow> history(String workspace, String id) {
      List<SkillRow> reversed = new ArrayList<>(sound.history(workspace, id));
      Collections.reverse(reversed);
      return reversed;
    }
  }

  private static class ChangeLate extends BrokenSkillStore {
    @Override
    public List<Change> changes(String workspace, long after, int limit) {
      List<Change> all = sound.changes(workspace, 0, Integer.MAX_VALUE);
      long last = all.isEmpty() ? 0 : all.get(all.size() - 1).version();
      return all.stream()
          .filter(change -> change.version() > after)
          .filter(change -> change.version() % 10 != 3 || change.version() + 3 < last || last < 10)
          .limit(limit)
          .toList();
    }
  }

  private static class AfterInclusive extends BrokenSkillStore {
    @Override
    public List<Change> changes(String workspace, long after, int limit) {
      return sound.changes(workspace, after - 1, limit);
    }
  }

  private static class NewestLeftOut extends BrokenSkillStore {
    @Override
    public List<Change> changes(String workspace, long after, int limit) {
      return sound.changes(workspace, after, limit).stream()
          .filter(change -> change.row().revision() != 2)
          .toList();
    }
  }

  private static class EraseLeavesNothing extends BrokenSkillStore {
    @Override
    public List<Change> changes(String workspace, long after, int limit) {
      return sound.changes(workspace, after, limit).stream()
          .filter(change -> !change.row().erased())
          .toList();
    }
  }

  private static class EraseKeepsRevision extends BrokenSkillStore {
    @Override
    public List<Change> changes(String workspace, long after, int limit) {
      return sound.changes(workspace, after, limit).stream().map(this::renumbered).toList();
    }

    private Change renumbered(Change change) {
      SkillRow row = change.row();
      int revision = row.erased() ? row.revision() - 1 : row.revision();
      return new Change(
          change.version(),
          new SkillRow(row.workspace(), row.scope(), row.id(), revision, row.document()));
    }
  }

  private static class ErasedShown extends BrokenSkillStore {
    @Override
    public Optional<SkillRow> newest(String workspace, String id) {
      return sound.changes(workspace, 0, Integer.MAX_VALUE).stream()
          .map(Change::row)
          .filter(row -> row.id().equals(id))
          .reduce((before, after) -> after);
    }
  }

  private static class EraseCrosses extends BrokenSkillStore {
    @Override
    public void erase(String workspace, Collection<String> ids) {
      sound.workspaces().forEach(name -> sound.erase(name, ids));
    }
  }

  private static class IdsWithoutCase extends BrokenSkillStore {
    @Override
    public long append(SkillRow row) {
      return sound.append(
          new SkillRow(
              row.workspace(),
              row.scope(),
              row.id().toLowerCase(Locale.ROOT),
              row.revision(),
              row.document()));
    }
  }

  private static class ScopeLost extends BrokenSkillStore {
    @Override
    public long append(SkillRow row) {
      return sound.append(
          new SkillRow(row.workspace(), "", row.id(), row.revision(), row.document()));
    }
  }

  private static class DocumentCut extends BrokenSkillStore {
    @Override
    public long append(SkillRow row) {
      String cut = row.document().substring(0, Math.min(65_536, row.document().length()));
      return sound.append(
          new SkillRow(row.workspace(), row.scope(), row.id(), row.revision(), cut));
    }
  }
}
