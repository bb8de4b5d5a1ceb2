/** Event and skill stores over any {@link javax.sql.DataSource}. */
module dev.hivemind.store.jdbc {
  requires transitive dev.hivemind.api;
  requires transitive java.sql;
  requires static org.jspecify;

  exports dev.hivemind.store.jdbc;
}
