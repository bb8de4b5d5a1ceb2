package dev.hivemind.cluster;

import com.zaxxer.hikari.HikariDataSource;
import dev.hivemind.Hivemind;
import dev.hivemind.store.jdbc.JdbcStorage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A process of its own over the database whose URL it is given. Does what it reads, a line each:
 * {@code teach NAME}, or {@code recall NAME}, which waits until that comes to mind.
 */
public final class Peer {
  private Peer() {}

  /** Ends when there is nothing more to read. */
  public static void main(String[] arguments) throws IOException {
    try (HikariDataSource pool = Postgres.pool(arguments[0]);
        Hivemind hivemind = Hivemind.builder().sharedStorage(() -> JdbcStorage.open(pool)).open();
        BufferedReader commands =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      say("ready");
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        String[] words = line.split(" ", 2);
        if (words[0].equals("teach")) {
          Shipping.teach(hivemind, words[1]);
        } else {
          Shipping.until(Duration.ofMinutes(1), () -> Shipping.recalls(hivemind, words[1]));
        }
        say(line);
      }
    }
  }

  private static void say(String word) {
    System.out.println(word);
    System.out.flush();
  }
}
