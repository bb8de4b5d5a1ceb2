package dev.hivemind.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Advice;
import dev.hivemind.Hivemind;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Single bits and cut ends of a SKILL.md. What is no SKILL.md any more is reported and left alone;
 * what still is one may be a person's edit and is taken as that. Either way the words of before are
 * in the library, and one call brings them back.
 */
class DamagedSkillFileTest {
  private static final int DAMAGES = Integer.getInteger("hivemind.damages", 20);
  private static final long SEED = Long.getLong("hivemind.seed", 20_260_324L);

  private final Random random = new Random(SEED);

  @TempDir Path home;

  @Test
  void skillFile_damaged_isNoticed_andItsWordsAreKept() throws IOException {
    int reported = 0;
    try (Hivemind hivemind = Hivemind.open(home)) {
      Homes.teach(hivemind, "refund", "Check the settlement window before you refund.");
      hivemind.flush(Homes.PATIENCE);
      for (int i = 0; i < 2 * DAMAGES; i++) {
        reported += reported(hivemind, Damage.some(random, i % 2 == 0)) ? 1 : 0;
      }
    }
    int edited = 2 * DAMAGES - reported;
    System.out.println(
        2 * DAMAGES + " damaged files: " + reported + " reported, " + edited + " taken as edits");
  }

  /** Returns whether it was reported; throws if nobody noticed or anything was lost. */
  private boolean reported(Hivemind hivemind, Damage damage) throws IOException {
    String what = "seed " + SEED + ", " + damage;
    SkillLibrary library = hivemind.skills(Homes.SCOPE);
    Skill before = library.list().get(0);
    Path file = Homes.files(home.resolve("skills")).get(0);
    byte[] whole = Files.readAllBytes(file);
    byte[] damaged = damage.to(file);
    hivemind.codify(Homes.SCOPE);
    List<Skill> history = library.history(before.name());
    Skill now = history.get(history.size() - 1);
    assertThat(history).as(what).contains(before);
    assertThat(hivemind.skills(Homes.SCOPE).find(before.name())).as(what).isPresent();
    boolean same = now.equals(before);
    if (same) {
      assertThat(Files.readAllBytes(file)).as(what).isEqualTo(damaged);
      assertThat(hivemind.status().problems().get(0)).as(what).contains("SKILL.md");
      Files.write(file, whole);
    } else {
      assertThat(text(file)).as(what).isEqualTo(now.text());
      library.rollback(before.name(), before.revision(), Homes.ANA);
    }
    assertThat(library.find(before.name()).orElseThrow().text()).as(what).isEqualTo(before.text());
    assertThat(Homes.ask(hivemind, "refund", what).advice())
        .as(what)
        .isInstanceOf(Advice.Hold.class);
    return same;
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      return "";
    }
  }
}
