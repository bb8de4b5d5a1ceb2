/**
 * Event and skill stores over any {@link javax.sql.DataSource}: no pool and no driver of their own.
 * {@link dev.hivemind.store.jdbc.JdbcStorage} is the door, {@link dev.hivemind.store.jdbc.Dialect}
 * says which database is behind it. The workspace is the first column of every key and index; a
 * workspace's writers queue at its row of a table of counters, which makes the reader's rule hold.
 */
@NullMarked
package dev.hivemind.store.jdbc;

import org.jspecify.annotations.NullMarked;
