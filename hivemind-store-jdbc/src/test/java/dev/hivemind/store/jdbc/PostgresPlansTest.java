package dev.hivemind.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No statement walks through a large table: with 20,000 skills, and with 50,000 events here or a
 * million in the long form, {@code -Dhivemind.events=1000000}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresPlansTest {
  private static final int EVENTS = Integer.getInteger("hivemind.events", 50_000);
  private static final int SKILLS = 20_000;

  private final PostgresDatabase database = PostgresDatabase.empty();

  @BeforeAll
  void fill() {
    database.open().close();
    database.run(
        "INSERT INTO hivemind_event"
            + " SELECT 'w' || mod(n, 10), n, 'e' || n, 'prompt', n, repeat('x', 100)"
            + " FROM generate_series(1, "
            + EVENTS
            + ") n");
    database.run(
        "INSERT INTO hivemind_skill"
            + " SELECT 'w' || mod(n / 2, 2), n, 'w', 's' || n / 2, mod(n, 2) + 1, 'text'"
            + " FROM generate_series(1, "
            + SKILLS
            + ") n");
    database.run(
        "INSERT INTO hivemind_counter SELECT 'w' || n, log, 2000000"
            + " FROM generate_series(0, 9) n, (VALUES ('event'), ('skill')) AS l (log)");
    database.run(
        "INSERT INTO hivemind_checkpoint SELECT 'w' || n, 'miner', 1000000, ''"
            + " FROM generate_series(0, 9) n");
    database.run("ANALYZE");
  }

  @AfterAll
  void closeDatabase() {
    database.close();
  }

  static Stream<Arguments> statements() {
    return Stream.of(
        statement("append", EventSql.APPEND, "w1", 9_000_000L, "new", "kind", 0L, "text"),
        statement("known", EventSql.KNOWN, Collections.nCopies(50, new Object[] {"w1", "e11"})),
        statement("read", EventSql.READ, "w1", EVENTS / 2L, 500),
        statement("event workspaces", EventSql.WORKSPACES),
        statement("erase event", EventSql.ERASE, "w1", "e11"),
        statement("retain", EventSql.RETAIN, "w1", "w1", EVENTS / 20L, (long) EVENTS),
        statement("save", SkillSql.INSERT, 9_000_000L, "w1", "w", "new", 1, "text"),
        statement("newest", SkillSql.NEWEST, "w1", "s5"),
        statement("revision", SkillSql.REVISION, "w1", "s5"),
        statement("history", SkillSql.HISTORY, "w1", "s5"),
        statement("changes", SkillSql.CHANGES, "w1", SKILLS - 100L, 500),
        statement("first page of changes", SkillSql.CHANGES, "w1", 0L, 500),
        statement("skill workspaces", SkillSql.WORKSPACES),
        statement("erase skill", SkillSql.ERASE, "w1", "s5"));
  }

  private static Arguments statement(String name, String sql, Object... values) {
    return arguments(name, sql, values);
  }

  private static Arguments statement(String name, String sql, List<Object[]> values) {
    return arguments(name, sql, values.stream().flatMap(Arrays::stream).toArray());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("statements")
  void statement_walksThroughNoLargeTable(String name, String sql, Object[] values) {
    assertThat(plan(sql, values))
        .as(name)
        .doesNotContain("Seq Scan on hivemind_event", "Seq Scan on hivemind_skill");
  }

  private String plan(String sql, Object... values) {
    try (Connection connection = database.source().getConnection();
        PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql)) {
      for (int i = 0; i < values.length; i++) {
        explain.setObject(i + 1, values[i]);
      }
      StringBuilder plan = new StringBuilder();
      try (ResultSet lines = explain.executeQuery()) {
        while (lines.next()) {
          plan.append(lines.getString(1)).append("\n");
        }
      }
      return plan.toString();
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
