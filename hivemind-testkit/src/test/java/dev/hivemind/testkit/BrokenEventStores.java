package dev.hivemind.testkit;

import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Event stores that break one promise each. */
final class BrokenEventStores {
  static final Map<String, Supplier<EventStore>> ALL =
      Map.ofEntries(
          Map.entry("order reversed", OrderReversed::new),
          Map.entry("group torn", GroupTorn::new),
          Map.entry("last row of an id wins", LastWins::new),
          Map.entry("position appears late", PositionLate::new),
          Map.entry("position reused after erasing", PositionReused::new),
          Map.entry("after is inclusive", AfterInclusive::new),
          Map.entry("limit ignored", LimitIgnored::new),
          Map.entry("compare and set removed", CasRemoved::new),
          Map.entry("compare and set not atomic", CasTorn::new),
          Map.entry("state not compared", StateNotCompared::new),
          Map.entry("keys of an advance not checked", KeysNotChecked::new),
          Map.entry("erase keeps states", EraseKeepsStates::new),
          Map.entry("erase crosses workspaces", EraseCrosses::new),
          Map.entry("retain ignores checkpoints", RetainIgnoresCheckpoints::new),
          Map.entry("retain keeps everything", RetainKeepsAll::new),
          Map.entry("ids without case", () -> new Rows(id -> id.toLowerCase(Locale.ROOT))),
          Map.entry("ids without trailing blanks", () -> new Rows(String::stripTrailing)),
          Map.entry("time to the second", TimeToSecond::new));

  private BrokenEventStores() {}

  private static class OrderReversed extends BrokenEventStore {
    @Override
    public void append(List<EventRow> group) {
      List<EventRow> reversed = new ArrayList<>(group);
      Collections.reverse(reversed);
      sound.append(reversed);
    }
  }

  private static class GroupTorn extends BrokenEventStore {
    @Override
    public void append(List<EventRow> group) {
      group.forEach(row -> sound.append(List.of(row)));
    }
  }

  private static class LastWins extends BrokenEventStore {
    @Override
    public void append(List<EventRow> group) {
      group.forEach(row -> sound.erase(row.workspace(), List.of(row.id())));
      sound.append(group);
    }
  }

  private static class PositionLate extends BrokenEventStore {
    @Override
    public List<EventRow> read(String workspace, long after, int limit) {
      List<EventRow> all = sound.read(workspace, 0, Integer.MAX_VALUE);
      long last = all.isEmpty() ? 0 : all.get(all.size() - 1).position();
      return all.stream()
          .filter(row -> row.position() > after)
          .filter(row -> row.position() % 10 != 3 || row.position() + 3 < last || last < 10)
          .limit(limit)
          .toList();
    }
  }

  private static class PositionReused extends BrokenEventStore {
    @Override
    public void erase(String workspace, Collection<String> ids) {
      sound.erase(workspace, ids);
      EventStore compacted = new InMemoryEventStore();
      for (String name : sound.workspaces()) {
        compacted.append(sound.read(name, 0, Integer.MAX_VALUE));
      }
      sound = compacted;
    }
  }

  private static class AfterInclusive extends BrokenEventStore {
    @Override
    public List<EventRow> read(String workspace, long after, int limit) {
      return sound.read(workspace, after - 1, limit);
    }
  }

  private static class LimitIgnored extends BrokenEventStore {
    @Override
    public List<EventRow> read(String workspace, long after, int limit) {
      return sound.read(workspace, after, Integer.MAX_VALUE);
    }
  }

  private static class CasRemoved extends BrokenEventStore {
    @Override
    public boolean advance(Checkpoint from, Checkpoint to) {
      if (!from.consumer().equals(to.consumer()) || !from.workspace().equals(to.workspace())) {
        throw new IllegalArgumentException();
      }
      put(to);
      return true;
    }
  }

  private static class CasTorn extends BrokenEventStore {
    @Override
    public boolean advance(Checkpoint from, Checkpoint to) {
      boolean current = sound.checkpoint(from.workspace(), from.consumer()).equals(from);
      LockSupport.parkNanos(1_000_000); // the others come to the same conclusion
      if (current) {
        put(to);
      }
      return current;
    }
  }

  private static class StateNotCompared extends BrokenEventStore {
    @Override
    public boolean advance(Checkpoint from, Checkpoint to) {
      Checkpoint now = sound.checkpoint(from.workspace(), from.consumer());
      return sound.advance(now.position() == from.position() ? now : from, to);
    }
  }

  private static class KeysNotChecked extends BrokenEventStore {
    @Override
    public boolean advance(Checkpoint from, Checkpoint to) {
      try {
        return sound.advance(from, to);
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
  }

  private static class EraseKeepsStates extends BrokenEventStore {
    @Override
    public void erase(String workspace, Collection<String> ids) {
      List<Checkpoint> before =
          List.of(
              sound.checkpoint(workspace, "c"),
              sound.checkpoint(workspace, "d"),
              sound.checkpoint(workspace, "c1"));
      sound.erase(workspace, ids);
      before.stream().filter(one -> !one.state().isEmpty()).forEach(this::put);
    }
  }

  private static class EraseCrosses extends BrokenEventStore {
    @Override
    public void erase(String workspace, Collection<String> ids) {
      sound.workspaces().forEach(name -> sound.erase(name, ids));
    }
  }

  private static class RetainIgnoresCheckpoints extends BrokenEventStore {
    @Override
    public int retain(String workspace, Instant since) {
      List<String> old =
          sound.read(workspace, 0, Integer.MAX_VALUE).stream()
              .filter(row -> row.at().isBefore(since))
              .map(EventRow::id)
              .toList();
      sound.erase(workspace, old);
      return old.size();
    }
  }

  private static class RetainKeepsAll extends BrokenEventStore {
    @Override
    public int retain(String workspace, Instant since) {
      return 0;
    }
  }

  private static class Rows extends BrokenEventStore {
    private final UnaryOperator<String> id;

    Rows(UnaryOperator<String> id) {
      this.id = id;
    }

    @Override
    public void append(List<EventRow> group) {
      sound.append(
          group.stream()
              .map(
                  row ->
                      new EventRow(
                          row.workspace(),
                          0,
                          id.apply(row.id()),
                          row.kind(),
                          row.at(),
                          row.document()))
              .toList());
    }
  }

  private static class TimeToSecond extends BrokenEventStore {
    @Override
    public void append(List<EventRow> group) {
      sound.append(
          group.stream()
              .map(
                  row ->
                      new EventRow(
                          row.workspace(),
                          0,
                          row.id(),
                          row.kind(),
                          row.at().truncatedTo(ChronoUnit.SECONDS),
                          row.document()))
              .toList());
    }
  }
}
