package dev.hivemind.core.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Scope;
import dev.hivemind.core.publish.Root.Holds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RootTest {
  @ParameterizedTest
  @CsvSource({
    "payments-service, payments-service",
    "payments-service/checkout/ana, payments-service~checkout~ana",
    "a.b_c/x@y+z, a.b_c~x@y+z",
    "支付/退款, 支付~退款",
  })
  void directoryName_isTheScopeWhereItCan(String scope, String name) {
    assertThat(Root.directoryName(Scope.of(scope))).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ana", "a:b", "con", "con.txt/x", "NUL", "lpt1", "Straße", "ÉCOLE"})
  void directoryName_thatHadToChangeEndsInAHash(String scope) {
    String name = Root.directoryName(Scope.of(scope));
    assertThat(name).matches("[^=]+=[0-9a-f]{12}").isEqualTo(name.toLowerCase(Locale.ROOT));
    assertThat(name).doesNotContain(":").doesNotMatch("(con|nul|lpt1)([.=].*)?");
  }

  @Test
  void directoryName_isNeverShared() {
    Set<String> names = new HashSet<>();
    for (String scope :
        new String[] {
          "ana",
          "Ana",
          "ANA",
          "a/b",
          "A/b",
          "a-b",
          "a_b",
          "a:b",
          "con",
          "CON",
          "con_",
          "straße",
          "STRASSE",
          "strasse",
          "x".repeat(100) + "/" + "y".repeat(100) + "/" + "z".repeat(100),
          "x".repeat(100) + "/" + "y".repeat(100) + "/" + "z".repeat(99),
          "ana/1a2b3c4d5e6f"
        }) {
      String name = Root.directoryName(Scope.of(scope));
      assertThat(names.add(name.toLowerCase(Locale.ROOT))).as(scope).isTrue();
      assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(255);
    }
  }

  @Test
  void directoryName_ofTheLongestScopeFits() {
    String scope = String.join("/", Collections.nCopies(8, "漢".repeat(100)));
    assertThat(Root.directoryName(Scope.of(scope)).getBytes(StandardCharsets.UTF_8))
        .hasSizeLessThan(255);
  }

  @Test
  void rootOfAHome_holdsWhatIsSavedThere() {
    Library library = new Library();
    Root root = Root.of(Path.of("home"), Scope.of("shop/eu"));
    assertThat(root.directory()).isEqualTo(Path.of("home/skills/shop~eu"));
    assertThat(root.admits(library.add("a", Scope.of("shop/eu")))).isTrue();
    assertThat(root.admits(library.add("b", Scope.of("shop")))).isFalse();
    assertThat(root.admits(library.add("c", Scope.of("shop/eu/ana")))).isFalse();
  }

  @Test
  void rootOfAHost_holdsWhatIsVisibleThere() {
    Library library = new Library();
    Root root = new Root(Path.of("x"), Scope.of("shop/eu"), Holds.VISIBLE_THERE);
    assertThat(root.admits(library.add("a", Scope.of("shop/eu")))).isTrue();
    assertThat(root.admits(library.add("b", Scope.of("shop")))).isTrue();
    assertThat(root.admits(library.add("c", Scope.of("shop/eu/ana")))).isFalse();
    assertThat(root.admits(library.add("d", Scope.of("shop/us")))).isFalse();
    assertThat(root.admits(library.add("e", Scope.of("shop2")))).isFalse();
  }
}
