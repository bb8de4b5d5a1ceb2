package dev.hivemind.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hivemind.Author;
import dev.hivemind.HivemindException;
import dev.hivemind.Role;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.SkillLibrary;
import dev.hivemind.SkillState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace as a folder for version control, and back. */
class SkillFolderTest {
  private static final Author OLGA = Author.owner("olga");
  private static final Scope EVE = Shop.SCOPE.child("Eve");

  @TempDir Path temp;
  private Shop shop;
  private Shop other;
  private Path folder;

  @BeforeEach
  void learn() {
    folder = temp.resolve("folder");
    shop = Shop.in(temp);
    other = Shop.of(temp.resolve("other"), temp.resolve("elsewhere"));
    shop.teach("refund", "Check the settlement window before you refund.");
    Shop.teach(shop.hivemind, EVE, "ship", "Ask the warehouse before you ship.", 7);
  }

  @AfterEach
  void close() {
    shop.close();
    other.close();
  }

  private static Map<String, String> texts(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  @Test
  void export_importAndExport_giveTheSameBytes() throws IOException {
    List<Skill> written = shop.skills().exportTo(folder);
    assertThat(written).hasSize(2);
    List<Skill> read = other.skills().importFrom(folder, OLGA);
    Path again = temp.resolve("again");
    other.skills().exportTo(again);

    assertThat(texts(again)).isEqualTo(texts(folder)).hasSize(5);
    assertThat(read).extracting(Skill::text).isEqualTo(written.stream().map(Skill::text).toList());
    assertThat(read).extracting(Skill::id).isEqualTo(written.stream().map(Skill::id).toList());
    assertThat(read).extracting(Skill::scope).containsExactly(Shop.SCOPE, EVE);
    assertThat(read)
        .extracting(Skill::situations)
        .isEqualTo(written.stream().map(Skill::situations).toList());
    assertThat(other.skills().importFrom(folder, OLGA)).isEmpty();
    assertThat(shop.skills().importFrom(folder, OLGA)).isEmpty();
  }

  @Test
  void imported_isACandidateOfTrustImportUntilSomebodyApproves() {
    shop.skills().exportTo(folder);
    List<Skill> read = other.skills().importFrom(folder, OLGA);
    assertThat(read)
        .allMatch(one -> one.state() == SkillState.CANDIDATE && one.trust() == Role.IMPORT)
        .allMatch(one -> one.author().equals(OLGA) && !one.pinned())
        .allMatch(one -> one.evidence().get(0).author().role() == Role.IMPORT);
    assertThat(other.said("refund")).isEmpty();
    other.teach("refund", "Check the settlement window before you refund!");
    other.skills().approve(read.get(0).name(), OLGA);
    assertThat(other.said("refund")).contains("settlement window");
  }

  @Test
  void import_neverWidensAScope() {
    shop.skills().exportTo(folder);
    SkillLibrary market = other.hivemind.skills(Scope.of("market/stall"));
    assertThat(market.importFrom(folder, OLGA))
        .extracting(one -> one.scope().toString())
        .containsExactly("market/stall", "market/stall/Eve");
    SkillLibrary narrow = other.hivemind.skills(Shop.SCOPE.child("ben"));
    assertThat(narrow.importFrom(folder, OLGA))
        .extracting(one -> one.scope().toString())
        .containsExactly("shop/ben", "shop/ben/Eve");
  }

  @Test
  void import_trustsNoNameAndNoId() {
    Skill known = other.teach("refund", "Check the settlement window before you refund.");
    String text = known.text().replace("Check", "Never check").replace(known.name(), "../../etc");
    Shop.write(folder.resolve("a/SKILL.md"), text);
    Shop.write(folder.resolve("b/skill.md"), known.text().replace("Check", "Always check"));
    Shop.write(folder.resolve("c/SKILL.md"), "no skill");

    List<Skill> read = other.skills().importFrom(folder, OLGA);
    assertThat(read).hasSize(2).noneMatch(one -> one.id().equals(known.id()));
    assertThat(read)
        .extracting(Skill::name)
        .doesNotContain(known.name())
        .allMatch(name -> name.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    assertThat(other.now(known)).isEqualTo(known);
    assertThat(other.hivemind.status().problems().toString()).contains("c/SKILL.md");
    read.forEach(one -> other.skills().approve(one.name(), OLGA));
    assertThat(other.root.toFile().list()).hasSize(3);
  }

  @Test
  void skillWhoseEvidenceCannotBeRead_isNotImportedHigherUp() {
    shop.skills().exportTo(folder);
    Skill hers = saved(EVE);
    Path evidence = evidenceOf(hers);
    String text = Shop.read(evidence);
    for (String broken : List.of("", "[]", text.substring(9), text + " ".repeat(17 << 20))) {
      Shop.write(evidence, broken);
      assertThat(other.skills().importFrom(folder, OLGA)).noneMatch(one -> same(one, hers));
      assertThat(other.hivemind.status().problems().toString()).contains("its evidence");
    }
    Shop.write(evidence, text + " ".repeat(2 << 20));
    assertThat(other.skills().importFrom(folder, OLGA))
        .extracting(Skill::scope)
        .containsExactly(EVE);
  }

  private Skill saved(Scope scope) {
    return shop.hivemind.skills(scope).list().stream()
        .filter(one -> one.scope().equals(scope))
        .findFirst()
        .orElseThrow();
  }

  private static boolean same(Skill one, Skill two) {
    return one.description().equals(two.description());
  }

  private Path evidenceOf(Skill skill) {
    try (Stream<Path> all = Files.walk(folder.resolve("evidence"))) {
      return all.filter(file -> file.endsWith(skill.name() + ".json")).findFirst().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void importedEvidence_showsNoEventsOfAnotherScope() {
    Skill hers = saved(EVE);
    assertThat(shop.hivemind.skills(EVE).events(hers.evidence().get(0))).isNotEmpty();
    shop.hivemind.skills(EVE).exportTo(folder);
    Shop.write(evidenceOf(hers), Shop.read(evidenceOf(hers)).replace("shop/Eve", "shop/ben"));
    Path file = folder.resolve("skills/x/" + hers.name() + "/SKILL.md");
    Shop.write(file, hers.text().replace("Ask", "Never ask"));
    Shop.write(folder.resolve("evidence/x/" + hers.name() + ".json"), Shop.read(evidenceOf(hers)));

    SkillLibrary bens = shop.hivemind.skills(Shop.SCOPE.child("ben"));
    List<Skill> taken = bens.importFrom(folder, OLGA);
    assertThat(taken).isNotEmpty().allMatch(one -> one.evidence().size() == 1);
    for (Skill one : taken) {
      assertThat(bens.events(one.evidence().get(0))).isEmpty();
    }
  }

  @Test
  void export_writesOverNoFileOfSomebodyElse() {
    shop.skills().exportTo(folder);
    Skill next = shop.teach("pack", "Count the boxes before you pack.");
    Path mine = folder.resolve("skills/shop").resolve(next.name()).resolve("SKILL.md");
    Shop.write(mine, "mine");
    assertThatExceptionOfType(HivemindException.class)
        .isThrownBy(() -> shop.skills().exportTo(folder))
        .withMessageContaining("no export wrote");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void export_bringsAFolderInStepAndLeavesTheRest() throws IOException {
    Shop.write(folder.resolve(".git/config"), "mine");
    Shop.write(folder.resolve("README.md"), "mine");
    shop.skills().exportTo(folder);
    Skill gone = shop.skills().list().get(0);
    shop.skills().reject(gone.name(), OLGA, "no");
    Shop.write(folder.resolve("skills/shop/notes.txt"), "mine");
    shop.skills().exportTo(folder);

    assertThat(texts(folder))
        .containsEntry("README.md", "mine")
        .containsEntry(".git/config", "mine")
        .containsEntry("skills/shop/notes.txt", "mine")
        .hasSize(6);
    assertThat(folder.resolve("skills/shop").resolve(gone.name())).doesNotExist();
  }

  @Test
  void folderThatIsNotOurs_isRefusedAndNoIndexLeadsOutOfIt() throws IOException {
    Path mine = folder.resolve("skills/own/SKILL.md");
    Shop.write(mine, "mine");
    assertThatExceptionOfType(HivemindException.class)
        .isThrownBy(() -> shop.skills().exportTo(folder))
        .withMessageContaining("no export wrote");
    assertThat(mine).hasContent("mine");

    Path victim = temp.resolve("victim.md");
    Shop.write(victim, "mine");
    Path evil = temp.resolve("evil");
    Shop.write(
        evil.resolve("hivemind.json"),
        "{\"hivemind\":\"skills\",\"files\":[\"../victim.md\",\"skills/../../victim.md\",\""
            + victim
            + "\",\"README.md\"]}");
    Shop.write(evil.resolve("README.md"), "mine");
    shop.skills().exportTo(evil);
    assertThat(victim).hasContent("mine");
    assertThat(evil.resolve("README.md")).hasContent("mine");
  }

  @Test
  void links_areFollowedNeitherInNorOut() throws IOException {
    Path outside = temp.resolve("outside");
    Shop.write(outside.resolve("secret/SKILL.md"), "---\nname: s\ndescription: s\n---\nSecret.\n");
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("skills"), outside);
    assertThat(shop.skills().importFrom(folder, OLGA)).isEmpty();
    Shop.write(folder.resolve("hivemind.json"), "{\"hivemind\":\"skills\",\"files\":[]}");
    assertThatExceptionOfType(HivemindException.class)
        .isThrownBy(() -> shop.skills().exportTo(folder))
        .withMessageContaining("link");
    assertThat(outside.toFile().list()).containsExactly("secret");
  }
}
