/**
 * What users and implementers of Hivemind see: one facade with three verbs, values for the rest,
 * and the interfaces that stores and models implement. Depends on the JDK alone.
 */
module dev.hivemind.api {
  requires static org.jspecify;

  exports dev.hivemind;
  exports dev.hivemind.spi;

  uses dev.hivemind.HivemindProvider;
}
