package dev.hivemind.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.HivemindException;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.SkillRow;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
  private final MemoryDatabase database = new MemoryDatabase();

  @AfterEach
  void closeDatabase() {
    database.close();
  }

  @Test
  void schema_newer_isRefusedAndLeftAlone() {
    database.open().close();
    database.run("INSERT INTO hivemind_schema VALUES (99)");
    database.run("DROP TABLE hivemind_skill");
    assertThatThrownBy(database::open)
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("schema 99")
        .hasMessageContaining("up to 2");
    assertThat(tables()).doesNotContain("HIVEMIND_SKILL");
  }

  @Test
  void migration_brokenOff_isFinished() {
    database.open().close();
    database.run("DELETE FROM hivemind_schema");
    database.run("DROP TABLE hivemind_skill");
    database.run("DROP INDEX hivemind_event_time");
    JdbcStorage storage = database.open();
    storage.skills().append(new SkillRow("w", "w", "s", 1, "text"));
    assertThat(database.query("SELECT version FROM hivemind_schema")).containsExactly("1", "2");
    assertThat(database.query("SELECT COUNT(*) FROM hivemind_counter WHERE log = 'floor'"))
        .containsExactly("1");
  }

  @Test
  void openers_ofAnEmptyDatabase_allGetIn() {
    List<CompletableFuture<JdbcStorage>> openers =
        IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(database::open)).toList();
    openers.forEach(
        one ->
            one.join()
                .events()
                .append(
                    List.of(
                        new EventRow("w", 0, "e" + one.hashCode(), "k", Instant.EPOCH, "text"))));
    assertThat(database.open().events().read("w", 0, 99)).hasSize(8);
  }

  @Test
  void workspace_isTheFirstColumnOfEveryKeyAndIndex() {
    database.open().close();
    List<String> first =
        database.query(
            "SELECT column_name FROM information_schema.index_columns"
                + " WHERE ordinal_position = 1 AND table_name LIKE 'HIVEMIND%'"
                + " AND table_name <> 'HIVEMIND_SCHEMA'");
    assertThat(first).hasSizeGreaterThanOrEqualTo(7).containsOnly("WORKSPACE");
  }

  @Test
  void userWithoutRightsToCreate_opensWhatWasMigrated() {
    JdbcStorage.migrate(database.source(), Dialect.H2);
    database.run("CREATE USER plain PASSWORD 'plain'");
    database.run("GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA public TO plain");
    JdbcDataSource plain = new JdbcDataSource();
    plain.setURL(database.name());
    plain.setUser("plain");
    plain.setPassword("plain");
    JdbcStorage storage = JdbcStorage.open(plain, Dialect.H2);
    storage.skills().append(new SkillRow("w", "w", "s", 1, "text"));
    assertThat(storage.skills().newest("w", "s")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SET IGNORECASE TRUE", "SET COLLATION ENGLISH STRENGTH PRIMARY"})
  void text_comparedLoosely_isRefused(String setting) {
    database.run(setting);
    assertThatThrownBy(database::open)
        .isInstanceOf(HivemindException.class)
        .hasMessageContaining("collation");
    assertThat(database.query("SELECT COUNT(*) FROM hivemind_counter WHERE log = 'probe'"))
        .containsExactly("0");
  }

  static Stream<String> statements() {
    return Stream.of(
        EventSql.KNOWN,
        EventSql.READ,
        EventSql.ERASE,
        EventSql.RETAIN,
        CheckpointSql.STORED,
        CheckpointSql.UPDATE,
        CheckpointSql.CLEAR,
        CheckpointSql.PASSED,
        SkillSql.NEWEST,
        SkillSql.REVISION,
        SkillSql.HISTORY,
        SkillSql.CHANGES,
        SkillSql.ERASE);
  }

  @Test
  void statements_useAnIndexByWorkspace() {
    database.open().close();
    assertThat(statements())
        .allSatisfy(sql -> assertThat(plan(sql)).containsPattern(": +(WORKSPACE = \\?|IN\\(ROW)"));
  }

  @Test
  void pages_areReadInTheOrderOfTheirIndex() {
    database.open().close();
    assertThat(Stream.of(EventSql.READ, SkillSql.CHANGES, SkillSql.NEWEST, SkillSql.REVISION))
        .allSatisfy(sql -> assertThat(plan(sql)).contains("index sorted"));
  }

  private String plan(String sql) {
    return String.join("\n", database.query("EXPLAIN " + sql)).replaceAll("\\?\\d+", "?");
  }

  private List<String> tables() {
    return database.query("SELECT table_name FROM information_schema.tables");
  }
}
