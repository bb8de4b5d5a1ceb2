/** The engine: capture, mining, codifying, the gate, publishing and recall. */
module dev.hivemind.core {
  requires com.fasterxml.jackson.databind;
  requires com.github.benmanes.caffeine;
  requires dev.hivemind.api;
  requires static org.jspecify;
  requires org.yaml.snakeyaml;

  uses dev.hivemind.spi.RecallEngineProvider;
  uses dev.hivemind.spi.StorageProvider;

  provides dev.hivemind.HivemindProvider with
      dev.hivemind.core.CoreProvider;
}
