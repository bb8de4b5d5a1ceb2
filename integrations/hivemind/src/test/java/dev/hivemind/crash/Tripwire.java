package dev.hivemind.crash;

import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RowCount;
import dev.hivemind.spi.SkillStore;
import dev.hivemind.spi.Storage;
import dev.hivemind.spi.StorageProvider;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Tells the parent when a step is taken for the n-th time, and stops there if asked to. The steps
 * of a storage are {@code before} and {@code after} its calls.
 */
final class Tripwire {
  private final Blow blow;
  private final AtomicInteger count = new AtomicInteger();

  Tripwire(Blow blow) {
    this.blow = blow;
  }

  void step(String point) {
    if (point.equals(blow.point()) && count.incrementAndGet() == blow.nth()) {
      System.out.print("reached\n");
      System.out.flush();
      while (blow.way() == Blow.Way.HELD) {
        LockSupport.park(this);
      }
    }
  }

  /** Returns a provider whose stores take steps, and which notes each group before it is sent. */
  StorageProvider around(StorageProvider provider, Ledger ledger) {
    return directory -> watched(provider, directory, ledger);
  }

  private Storage watched(StorageProvider provider, Path directory, Ledger ledger) {
    Storage storage = provider.open(directory);
    EventStore events = watched(EventStore.class, "events", storage.events(), ledger);
    SkillStore skills = watched(SkillStore.class, "skills", storage.skills(), ledger);
    return new Storage() {
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
        step("before backup");
        return storage.backup(file);
      }

      @Override
      public String description() {
        return storage.description();
      }

      @Override
      public void close() {
        storage.close();
      }
    };
  }

  private <T> T watched(Class<T> type, String name, T store, Ledger ledger) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              String call = name + "." + method.getName();
              if (call.equals("events.append")) {
                ledger.group(ids(arguments[0]));
              }
              step("before " + call);
              try {
                Object result = method.invoke(store, arguments);
                step("after " + call);
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }

  private static List<String> ids(Object group) {
    return ((List<?>) group).stream().map(row -> ((EventRow) row).id()).toList();
  }
}
