package dev.hivemind.architecture;

/** A published module: where it lies, what is its own, and how many classes it has at least. */
enum Module {
  API("hivemind-api", 70, "dev.hivemind", "dev.hivemind.spi.."),
  CORE("hivemind-core", 210, "dev.hivemind.core.."),
  STORE_JDBC("hivemind-store-jdbc", 15, "dev.hivemind.store.jdbc.."),
  STORE_H2("hivemind-store-h2", 15, "dev.hivemind.store.h2.."),
  STORE_LUCENE("hivemind-store-lucene", 18, "dev.hivemind.store.lucene.."),
  TESTKIT("hivemind-testkit", 100, "dev.hivemind.testkit.."),
  ALL("integrations/hivemind", 0);

  private final String directory;
  private final int fewestClasses;

  @SuppressWarnings("ImmutableEnumChecker") // copied on the way out
  private final String[] packages;

  Module(String directory, int fewestClasses, String... packages) {
    this.directory = directory;
    this.fewestClasses = fewestClasses;
    this.packages = packages;
  }

  String directory() {
    return directory;
  }

  String artifactId() {
    return directory.substring(directory.lastIndexOf('/') + 1);
  }

  /** Guards the rules: one that sees fewer classes than this looked in the wrong place. */
  int fewestClasses() {
    return fewestClasses;
  }

  String[] packages() {
    return packages.clone();
  }
}
