package dev.hivemind.core.mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DetectorTest {
  @Test
  void detectors_listEveryPermittedKind() {
    assertThat(Detector.ALL.stream().map(Object::getClass))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Detector.class.getPermittedSubclasses()).toList());
  }
}
