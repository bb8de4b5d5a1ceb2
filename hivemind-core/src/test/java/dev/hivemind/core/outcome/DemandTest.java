package dev.hivemind.core.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Evidence.Change;
import org.junit.jupiter.api.Test;

class DemandTest {
  private static boolean isMet(Change change, String arguments) {
    return Demand.of(change).orElseThrow().isMetBy(arguments);
  }

  @Test
  void newValue_mustBeInItsPlace() {
    Change change = new Change("basis", "gross", "net");

    assertThat(isMet(change, "{\"basis\":\"net\"}")).isTrue();
    assertThat(isMet(change, "{\"basis\":\"gross\"}")).isFalse();
    assertThat(isMet(change, "{\"note\":\"net\"}")).isFalse();
  }

  @Test
  void whatWasTakenOut_mustStayOut() {
    Change change = new Change("force", "true", "");

    assertThat(isMet(change, "{\"branch\":\"x\"}")).isTrue();
    assertThat(isMet(change, "{\"branch\":\"x\",\"force\":true}")).isFalse();
  }

  @Test
  void program_mustHoldTheWordsThatCameIn() {
    Change change = new Change("command", "git commit -m x", "git commit -s -m x");

    assertThat(isMet(change, "{\"command\":\"git commit -s -m other\"}")).isTrue();
    assertThat(isMet(change, "{\"command\":\"git commit -m other\"}")).isFalse();
  }

  @Test
  void oneObjectsValueAndProse_demandNothing() {
    assertThat(Demand.of(new Change("order", "1234", "1235"))).isEmpty();
    assertThat(Demand.of(new Change("text", "Dear customer, sorry", "Hello there, thanks")))
        .isEmpty();
  }
}
