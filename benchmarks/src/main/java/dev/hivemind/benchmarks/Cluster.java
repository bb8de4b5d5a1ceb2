package dev.hivemind.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Four processes on one PostgreSQL on this machine, each with {@link ClusterMember#AGENTS} agents
 * who record and recall; then what they say and what the database holds is added up. The server
 * writes as durably as it does by default.
 */
final class Cluster {
  static final int MEMBERS = 4;

  private final Report report;
  private final int minutes;

  private Cluster(Report report, int minutes) {
    this.report = report;
    this.minutes = minutes;
  }

  static void run(int minutes, Report report) {
    new Cluster(report, minutes).run();
  }

  private void run() {
    try (EmbeddedPostgres server = server();
        HikariDataSource pool = ClusterMember.pool(url(server), 2)) {
      Path folder = Files.createTempDirectory("hivemind-cluster");
      report.progress("cluster: " + MEMBERS + " processes, " + minutes + " minutes");
      List<Process> members = new ArrayList<>();
      try {
        for (int number = 0; number < MEMBERS; number++) {
          members.add(member(url(server), number, folder));
        }
        for (Process member : members) {
          if (member.waitFor() != 0) {
            throw new MissingDataException("a member of the cluster failed: see above");
          }
        }
      } finally {
        members.forEach(Process::destroyForcibly);
      }
      counted(folder, pool);
      timed(folder);
      grown(pool);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static EmbeddedPostgres server() throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  private static String url(EmbeddedPostgres server) {
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
  }

  private Process member(String url, int number, Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ClusterMember.class.getName(),
            url,
            Integer.toString(number),
            Integer.toString(minutes),
            folder.toString())
        .inheritIO()
        .start();
  }

  private void counted(Path folder, HikariDataSource pool) throws IOException, SQLException {
    long recorded = 0;
    Map<String, Double> sums = new TreeMap<>();
    for (int number = 0; number < MEMBERS; number++) {
      recorded += Files.readAllLines(folder.resolve(number + ".ids")).size();
      for (String line : Files.readAllLines(folder.resolve(number + ".counts"))) {
        String[] parts = line.split("=", 2);
        sums.merge(parts[0], Double.valueOf(parts[1]), Double::sum);
      }
    }
    load(folder, pool);
    figure("cluster.recorded", (double) recorded);
    figure(
        "cluster.lost",
        number(
            pool,
            "SELECT count(*) FROM told t WHERE NOT EXISTS"
                + " (SELECT 1 FROM hivemind_event e WHERE e.id = t.id)"));
    figure(
        "cluster.doubled",
        number(pool, "SELECT count(*) - count(DISTINCT id) FROM hivemind_event"));
    figure("cluster.skills", number(pool, "SELECT count(DISTINCT id) FROM hivemind_skill"));
    sums.forEach((name, value) -> figure("cluster." + name, value));
    figure("cluster.events_per_second", recorded / (60.0 * minutes));
  }

  private static void load(Path folder, HikariDataSource pool) throws IOException, SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE told (id VARCHAR PRIMARY KEY)");
      for (int number = 0; number < MEMBERS; number++) {
        List<String> ids = Files.readAllLines(folder.resolve(number + ".ids"));
        for (int from = 0; from < ids.size(); from += 1_000) {
          statement.execute(
              "INSERT INTO told VALUES ('"
                  + String.join("'),('", ids.subList(from, Math.min(from + 1_000, ids.size())))
                  + "')");
        }
      }
    }
  }

  private void timed(Path folder) throws IOException {
    for (String what : ClusterMember.TIMED) {
      List<Double> all = new ArrayList<>();
      for (int number = 0; number < MEMBERS; number++) {
        try (Stream<String> lines = Files.lines(folder.resolve(number + "." + what))) {
          lines.map(Double::valueOf).forEach(all::add);
        }
      }
      double[] sorted = all.stream().mapToDouble(one -> one).sorted().toArray();
      if (sorted.length > 0) {
        report.figure("cluster." + what + "_n", "all", estimate(sorted.length));
        for (double share : new double[] {.5, .99, 1}) {
          int at = (int) Math.min(sorted.length - 1.0, Math.floor(share * sorted.length));
          String name = share == 1 ? "max" : "p" + Math.round(100 * share);
          figure("cluster." + what + "_" + name + "_ms", sorted[at]);
        }
      }
    }
  }

  private void grown(HikariDataSource pool) throws SQLException {
    for (String table : Arrays.asList("event", "skill", "counter")) {
      figure(
          "cluster.bytes." + table,
          number(pool, "SELECT pg_total_relation_size('hivemind_" + table + "')"));
    }
    figure(
        "cluster.bytes_per_event",
        number(
            pool,
            "SELECT pg_total_relation_size('hivemind_event') / count(*) FROM hivemind_event"));
  }

  private static double number(HikariDataSource pool, String query) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getDouble(1);
    }
  }

  private void figure(String metric, double value) {
    report.figure(metric, "all", estimate(value));
  }

  private static Estimate estimate(double value) {
    return new Estimate(value, MEMBERS, value, value);
  }
}
