package dev.hivemind.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hivemind.Hivemind;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  private enum Outcome {
    /** Told as a problem; the file is left as it is. */
    REPORTED,
    /** Taken as a person's new words. */
    EDITED,
    /** Taken as a person's new name for it. */
    RENAMED,
    /** The file carries another id now: taken as the skill of another installation, a candidate. */
    ARRIVED
  }

  @Test
  void skillFile_damaged_isNoticed_andItsWordsAreKept() throws IOException {
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    try (Hivemind hivemind = Hivemind.open(home)) {
      Homes.teach(hivemind, "refund", "Check the settlement window before you refund.");
      Homes.teach(hivemind, "book_room", "Ask the front desk first, rooms are held by hand.");
      hivemind.flush(Homes.PATIENCE);
      List<Path> files = Homes.files(home.resolve("skills"));
      assertThat(files).hasSize(2);
      for (int i = 0; i < 2 * DAMAGES; i++) {
        // In turns, so that what is told of the one was not told of the other just before.
        Damage damage = Damage.some(random, random.nextBoolean());
        outcomes.merge(outcome(hivemind, files.get(i % 2), damage), 1, Integer::sum);
      }
    }
    System.out.println(2 * DAMAGES + " damaged files: " + outcomes);
  }

  /** Returns how it was noticed; throws if nobody did, or if anything was lost. */
  private static Outcome outcome(Hivemind hivemind, Path file, Damage damage) throws IOException {
    String what = "seed " + SEED + ", " + damage + " of " + file;
    SkillLibrary library = hivemind.skills(Homes.SCOPE);
    String name = file.resolveSibling("").getFileName().toString();
    Skill before = library.find(name).orElseThrow();
    int skills = library.list().size();
    byte[] whole = Files.readAllBytes(file);
    assertThat(whole).as(what).asString(StandardCharsets.UTF_8).isEqualTo(before.text());
    byte[] damaged = damage.to(file);
    hivemind.codify(Homes.SCOPE);

    Skill now =
        library.list().stream()
            .filter(one -> one.id().equals(before.id()))
            .findFirst()
            .orElseThrow();
    List<Skill> history = library.history(now.name());
    assertThat(history).as(what).contains(before);
    if (!now.equals(before)) {
      Path there = file.getParent().resolveSibling(now.name()).resolve("SKILL.md");
      assertThat(Files.readString(there)).as(what).isEqualTo(now.text());
      library.rollback(now.name(), before.revision(), Homes.ANA);
      assertThat(library.find(name).orElseThrow().text()).as(what).isEqualTo(before.text());
      return now.name().equals(name) ? Outcome.EDITED : Outcome.RENAMED;
    }
    assertThat(Files.readAllBytes(file)).as(what).isEqualTo(damaged);
    boolean arrived = library.list().size() > skills;
    boolean sameWords =
        new String(damaged, StandardCharsets.UTF_8).strip().equals(before.text().strip());
    if (!arrived && !sameWords) {
      assertThat(hivemind.status().problems().get(0)).as(what).contains(name);
    }
    Files.write(file, whole);
    hivemind.codify(Homes.SCOPE);
    return arrived ? Outcome.ARRIVED : Outcome.REPORTED;
  }
}
