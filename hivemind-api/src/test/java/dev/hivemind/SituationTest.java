package dev.hivemind;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SituationTest {
  @Test
  void key_ofDifferentParts_differsWhateverTheyHold() {
    List<String> texts = List.of("", "|", "a", "a|", "|a", "a|b", "\\", "\\|", "a\\");
    Set<String> keys = new TreeSet<>();
    for (String tool : texts) {
      for (String masked : texts) {
        for (String error : texts) {
          keys.add(new Situation(tool, "", masked, error, "task", "example").key());
        }
      }
    }
    assertThat(keys).hasSize(texts.size() * texts.size() * texts.size());
  }
}
