package dev.hivemind.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Author;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Session;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.SkillState;
import dev.hivemind.testkit.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lowest trust among a skill's sources stays with it, whatever happens to it later. */
class TrustTest {
  private static final Author OLGA = Author.owner("olga");
  private static final Scope TEAM = Shop.SCOPE.child("till");
  private static final String LESSON = "Check the settlement window before you refund.";

  /** More than the evidence a skill keeps. */
  private static final int OFTEN = 22;

  @TempDir Path temp;
  private Shop shop;
  private Path folder;

  @BeforeEach
  void exported() {
    folder = temp.resolve("folder");
    shop = Shop.in(temp.resolve("one"));
    try (Shop other = Shop.in(temp.resolve("other"))) {
      Shop.teach(other.hivemind, TEAM, "refund", LESSON, 1);
      other.skills().exportTo(folder);
    }
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Skill imported() {
    SkillLibrary library = shop.hivemind.skills(TEAM);
    Skill read = library.importFrom(folder, OLGA).get(0);
    return library.approve(read.name(), OLGA);
  }

  private void say(Scope scope, String session, Author by) {
    Story.in(Session.of(scope, session).by(by))
        .prompt("Please refund number 12")
        .call("refund", "{\"number\":12}")
        .ok("done")
        .correction(LESSON)
        .recordTo(shop.hivemind);
  }

  private Skill newest(String id) {
    return shop.hivemind.skills(TEAM).list().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void import_staysAnImport_throughMergePromotionAndRename() {
    Skill skill = imported();
    assertThat(skill.state()).isEqualTo(SkillState.ACTIVE);
    assertThat(skill.trust()).isEqualTo(Role.IMPORT);

    for (int i = 0; i < OFTEN; i++) {
      say(TEAM, "day" + i, Shop.ANA);
    }
    shop.hivemind.flush(Shop.PATIENCE);
    Skill merged = newest(skill.id());
    assertThat(merged.evidence()).hasSize(20);
    assertThat(merged.evidence())
        .allMatch(one -> one.author().equals(Shop.ANA), "the import's own evidence made room");
    assertThat(merged.trust()).isEqualTo(Role.IMPORT);

    Skill promoted = shop.hivemind.skills(TEAM).promote(merged.name(), OLGA);
    assertThat(promoted.scope()).isEqualTo(Shop.SCOPE);
    assertThat(promoted.trust()).isEqualTo(Role.IMPORT);

    Path file = shop.file(promoted);
    Shop.run(() -> Files.move(file.getParent(), shop.root.resolve("before-refunds")));
    shop.flush();
    Skill renamed = newest(skill.id());
    assertThat(renamed.name()).isEqualTo("before-refunds");
    assertThat(renamed.trust()).isEqualTo(Role.IMPORT);

    Path again = temp.resolve("again");
    shop.skills().exportTo(again);
    try (Shop third = Shop.in(temp.resolve("third"))) {
      List<Skill> read = third.skills().importFrom(again, OLGA);
      assertThat(read).extracting(Skill::trust).containsExactly(Role.IMPORT);
      assertThat(third.skills().list(SkillState.ACTIVE)).isEmpty();
    }
  }

  @Test
  void customersLesson_staysACustomers_whereSomebodyPromotesItAndOthersSayTheSame() {
    Author eve = Author.endUser("eve");
    Scope hers = Shop.SCOPE.child("eve");
    say(hers, "monday", eve);
    shop.hivemind.flush(Shop.PATIENCE);
    Skill skill = shop.hivemind.skills(hers).list().get(0);
    assertThat(skill.trust()).isEqualTo(Role.END_USER);

    shop.hivemind.skills(hers).promote(skill.name(), OLGA);
    shop.teach("refund", LESSON);

    Skill promoted =
        shop.skills().list().stream()
            .filter(one -> one.id().equals(skill.id()))
            .findFirst()
            .orElseThrow();
    assertThat(promoted.scope()).isEqualTo(Shop.SCOPE);
    assertThat(promoted.trust()).isEqualTo(Role.END_USER);
  }
}
