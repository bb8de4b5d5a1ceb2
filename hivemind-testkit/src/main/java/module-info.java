/** Contracts, in-memory stores, a clock and scenarios for tests. */
module dev.hivemind.testkit {
  requires transitive dev.hivemind.api;
  requires transitive org.assertj.core;
  requires static org.jspecify;
  requires transitive org.junit.jupiter.api;
  requires transitive org.junit.jupiter.params;

  exports dev.hivemind.testkit;

  opens dev.hivemind.testkit to
      org.junit.platform.commons;
}
