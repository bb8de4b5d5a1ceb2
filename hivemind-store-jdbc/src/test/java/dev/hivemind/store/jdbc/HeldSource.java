package dev.hivemind.store.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/** A data source whose transactions stop right before they commit, until they are let go. */
final class HeldSource {
  final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final DataSource source;

  HeldSource(DataSource source) {
    this.source = source;
  }

  DataSource source() {
    return proxy(
        DataSource.class,
        source,
        (name, result) -> name.equals("getConnection") ? held((Connection) result) : result);
  }

  void release() {
    released.countDown();
  }

  private Connection held(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              if (method.getName().equals("commit")) {
                arrived.countDown();
                released.await();
              }
              return call(() -> method.invoke(connection, arguments));
            });
  }

  private interface Result {
    Object of(String method, Object result);
  }

  private interface Call {
    Object make() throws InvocationTargetException, IllegalAccessException;
  }

  private static <T> T proxy(Class<T> type, T target, Result result) {
    return type.cast(
        Proxy.newProxyInstance(
            HeldSource.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) ->
                result.of(method.getName(), call(() -> method.invoke(target, arguments)))));
  }

  private static Object call(Call call) throws Throwable {
    try {
      return call.make();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
