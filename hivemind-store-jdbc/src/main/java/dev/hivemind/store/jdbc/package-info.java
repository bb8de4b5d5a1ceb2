/** Event and skill stores over any {@link javax.sql.DataSource}. */
@NullMarked
package dev.hivemind.store.jdbc;

import org.jspecify.annotations.NullMarked;
