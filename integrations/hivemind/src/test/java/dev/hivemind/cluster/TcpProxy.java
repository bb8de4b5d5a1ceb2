package dev.hivemind.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A way to a server on loopback that can be cut, slowed down, or cut at a commit. */
final class TcpProxy implements AutoCloseable {
  private final int target;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger cutBefore = new AtomicInteger();
  private final AtomicInteger cutAfter = new AtomicInteger();
  private volatile boolean away;
  private volatile long delayNanos;

  TcpProxy(int target) {
    this.target = target;
    try {
      this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Cuts every connection, and every new one at once. */
  void away() {
    away = true;
    cut();
  }

  void back() {
    away = false;
  }

  void cut() {
    open.forEach(TcpProxy::close);
  }

  /** Lets every piece of data wait. */
  void slow(long millis) {
    delayNanos = TimeUnit.MILLISECONDS.toNanos(millis);
  }

  /** Cuts the next commits on their way there: the server rolls back. */
  void cutBeforeCommits(int times) {
    cutBefore.set(times);
  }

  /** Cuts the next commits on the way back: the server has committed, and nobody is told. */
  void cutAfterCommits(int times) {
    cutAfter.set(times);
  }

  /** Returns how many of the cuts at commits are still to come. */
  int cutsToCome() {
    return cutBefore.get() + cutAfter.get();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        if (away) {
          close(client);
        } else {
          connect(client);
        }
      } catch (IOException e) {
        // the door was closed, or the server is not there
      }
    }
  }

  private void connect(Socket client) throws IOException {
    open.add(client);
    Socket server;
    try {
      server = new Socket(InetAddress.getLoopbackAddress(), target);
    } catch (IOException e) {
      close(client);
      throw e;
    }
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    open.add(server);
    AtomicInteger silent = new AtomicInteger();
    thread(() -> relay(client, server, bytes -> mayPass(bytes, silent, client, server)));
    thread(() -> relay(server, client, bytes -> answerMayPass(silent, client, server)));
  }

  private interface Gate {
    boolean lets(String bytes);
  }

  private boolean mayPass(String bytes, AtomicInteger silent, Socket client, Socket server) {
    if (!bytes.contains("COMMIT")) {
      return true;
    }
    if (taken(cutBefore)) {
      close(client);
      close(server);
      return false;
    }
    if (taken(cutAfter)) {
      silent.set(1);
    }
    return true;
  }

  private static boolean answerMayPass(AtomicInteger silent, Socket client, Socket server) {
    if (silent.get() == 0) {
      return true;
    }
    close(client);
    close(server);
    return false;
  }

  private static boolean taken(AtomicInteger times) {
    return times.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  private void relay(Socket from, Socket to, Gate gate) {
    byte[] buffer = new byte[1 << 16];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (delayNanos > 0) {
          LockSupport.parkNanos(delayNanos);
        }
        if (!gate.lets(new String(buffer, 0, read, StandardCharsets.ISO_8859_1))) {
          return;
        }
        out.write(buffer, 0, read);
      }
    } catch (IOException e) {
      // cut
    } finally {
      close(from);
      close(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it was closed
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cut();
  }
}
