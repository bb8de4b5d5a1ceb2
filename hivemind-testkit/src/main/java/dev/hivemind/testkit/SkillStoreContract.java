package dev.hivemind.testkit;

import static dev.hivemind.testkit.Samples.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hivemind.StaleRevisionException;
import dev.hivemind.spi.Change;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SkillStore} must do. A store proves itself with a test class that extends this
 * one and says how to open it; one that outlives its process extends {@link
 * DurableSkillStoreContract}.
 *
 * <p>Random tests print their seed and the shortest list of operations that fails; {@code
 * -Dhivemind.seed=} runs them again. Text is well-formed Unicode without U+0000, which many
 * databases do not take.
 */
@SuppressWarnings("ClassCanBeStatic") // nested groups reach the store of this test
public abstract class SkillStoreContract {
  private SkillStore store;

  /** For subclasses. */
  protected SkillStoreContract() {}

  /**
   * Opens the store: an empty one at the first call of a test, what the one before left behind
   * after that was closed. Every test has an instance of its own.
   */
  protected abstract SkillStore open();

  @BeforeEach
  final void openStore() {
    store = open();
  }

  @AfterEach
  final void closeStore() {
    store.close();
  }

  /** Closes the store and opens it again. */
  final SkillStore reopened() {
    store.close();
    store = open();
    return store;
  }

  private List<Change> changes(String workspace) {
    return store.changes(workspace, 0, Integer.MAX_VALUE);
  }

  private List<Long> versions(String workspace) {
    return changes(workspace).stream().map(Change::version).toList();
  }

  private Map<String, SkillRow> newestChanges(String workspace, long after) {
    Map<String, SkillRow> newest = new HashMap<>();
    store
        .changes(workspace, after, Integer.MAX_VALUE)
        .forEach(change -> newest.put(change.row().id(), change.row()));
    return newest;
  }

  @Nested
  @DisplayName("append")
  class Append {
    @Test
    @DisplayName("shows a saved revision as the newest, in the history and as a change")
    void revision_isVisible() {
      SkillRow row = skill("w", "s", 1);
      long version = store.append(row);
      assertThat(version).isPositive();
      assertThat(store.newest("w", "s")).contains(row);
      assertThat(store.history("w", "s")).containsExactly(row);
      assertThat(changes("w")).containsExactly(new Change(version, row));
    }

    @Test
    @DisplayName("takes the next revision, of another scope too, and keeps those before")
    void revision_next() {
      SkillRow first = skill("w", "s", 1);
      SkillRow second = new SkillRow("w", "w/other/scope", "s", 2, "better");
      store.append(first);
      store.append(second);
      assertThat(store.newest("w", "s")).contains(second);
      assertThat(store.history("w", "s")).containsExactly(first, second);
    }

    @Test
    @DisplayName("returns ascending versions, across the skills of a workspace")
    void versions_ascend() {
      List<Long> versions = new ArrayList<>();
      for (int revision = 1; revision <= 3; revision++) {
        versions.add(store.append(skill("w", "s", revision)));
        versions.add(store.append(skill("w", "t", revision)));
      }
      assertThat(versions).isSorted().doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("refuses a revision that is not one more than the newest, and changes nothing")
    void revision_stale() {
      store.append(skill("w", "s", 1));
      store.append(skill("w", "s", 2));
      List<Change> before = changes("w");
      for (int revision : new int[] {1, 2, 4, Integer.MAX_VALUE}) {
        assertThatThrownBy(() -> store.append(skill("w", "s", revision, "lost")))
            .isInstanceOf(StaleRevisionException.class);
      }
      assertThat(changes("w")).isEqualTo(before);
      assertThat(store.history("w", "s")).hasSize(2);
    }

    @Test
    @DisplayName("begins with revision 1 and refuses any other, and changes nothing")
    void revision_first() {
      assertThatThrownBy(() -> store.append(skill("w", "s", 2)))
          .isInstanceOf(StaleRevisionException.class);
      assertThat(store.newest("w", "s")).isEmpty();
      assertThat(store.workspaces()).isEmpty();
    }

    @Test
    @DisplayName("keeps the same id in two workspaces apart")
    void workspaces_areApart() {
      store.append(skill("w", "s", 1, "ours"));
      store.append(skill("w", "s", 2, "ours, better"));
      store.append(skill("v", "s", 1, "theirs"));
      assertThat(store.newest("v", "s")).contains(skill("v", "s", 1, "theirs"));
      assertThat(store.history("w", "s")).hasSize(2);
      assertThat(changes("v"))
          .extracting(Change::row)
          .containsExactly(skill("v", "s", 1, "theirs"));
    }
  }

  @Nested
  @DisplayName("unknown skills")
  class Unknown {
    @Test
    @DisplayName("have no newest revision, no history and no change")
    void store_empty() {
      assertThat(store.newest("w", "s")).isEmpty();
      assertThat(store.history("w", "s")).isEmpty();
      assertThat(changes("w")).isEmpty();
      assertThat(store.workspaces()).isEmpty();
    }
  }

  @Nested
  @DisplayName("changes")
  class Changes {
    @Test
    @DisplayName("come by ascending version, strictly above the given one, at most the limit")
    void pages_ascend() {
      for (int i = 0; i < 6; i++) {
        store.append(skill("w", "s" + i, 1));
      }
      List<Change> all = changes("w");
      assertThat(all).hasSize(6);
      assertThat(versions("w")).isSorted().doesNotHaveDuplicates();
      assertThat(store.changes("w", 0, 2)).isEqualTo(all.subList(0, 2));
      assertThat(store.changes("w", all.get(1).version(), 3)).isEqualTo(all.subList(2, 5));
      assertThat(store.changes("w", all.get(5).version(), 3)).isEmpty();
      assertThat(store.changes("w", Long.MAX_VALUE, 3)).isEmpty();
    }

    @Test
    @DisplayName("contain the newest revision of every skill that changed since")
    void newest_isAmongThem() {
      store.append(skill("w", "s", 1));
      store.append(skill("w", "t", 1));
      long seen = store.append(skill("w", "u", 1));
      store.append(skill("w", "s", 2));
      store.append(skill("w", "s", 3));
      store.append(skill("w", "t", 2));
      assertThat(newestChanges("w", seen))
          .isEqualTo(Map.of("s", skill("w", "s", 3), "t", skill("w", "t", 2)));
      assertThat(newestChanges("w", 0)).containsKeys("s", "t", "u");
    }

    @Test
    @DisplayName("followed page by page, limit 1, lead to the newest of every skill")
    void pages_missNothing() {
      for (int revision = 1; revision <= 3; revision++) {
        store.append(skill("w", "s", revision));
        store.append(skill("w", "t", revision));
      }
      Map<String, SkillRow> replica = new HashMap<>();
      for (Change change : Pages.changes(store, "w", 1)) {
        replica.put(change.row().id(), change.row());
      }
      assertThat(replica).isEqualTo(Map.of("s", skill("w", "s", 3), "t", skill("w", "t", 3)));
    }
  }

  @Nested
  @DisplayName("workspaces")
  class Workspaces {
    @Test
    @DisplayName("are those that hold a row, one left behind by erasing included")
    void workspaces_withRows() {
      store.append(skill("v", "s", 1));
      store.append(skill("w", "s", 1));
      store.erase("v", List.of("s"));
      store.erase("u", List.of("s"));
      assertThat(store.workspaces()).containsExactlyInAnyOrder("v", "w");
    }
  }

  @Nested
  @DisplayName("erase")
  class Erase {
    @Test
    @DisplayName("removes every revision of the named skills of its workspace and no others")
    void skills_ofOneWorkspace() {
      store.append(skill("w", "s", 1));
      store.append(skill("w", "s", 2));
      store.append(skill("w", "t", 1));
      store.append(skill("v", "s", 1));
      store.erase("w", List.of("s", "unknown"));
      assertThat(store.newest("w", "s")).isEmpty();
      assertThat(store.history("w", "s")).isEmpty();
      assertThat(store.newest("w", "t")).contains(skill("w", "t", 1));
      assertThat(store.newest("v", "s")).contains(skill("v", "s", 1));
    }

    @Test
    @DisplayName("leaves one row without content at a new version, one revision on")
    void row_isLeftBehind() {
      store.append(skill("w", "s", 1));
      long last = store.append(skill("w", "s", 2));
      store.erase("w", List.of("s"));
      List<Change> left = changes("w");
      assertThat(left).hasSize(1);
      assertThat(left.get(0).version()).isGreaterThan(last);
      assertThat(left.get(0).row()).isEqualTo(skill("w", "s", 3, ""));
      assertThat(left.get(0).row().erased()).isTrue();
      assertThat(store.changes("w", last, 9)).isEqualTo(left);
    }

    @Test
    @DisplayName("lets the numbers go on when the id is saved again")
    void id_comesBack() {
      store.append(skill("w", "s", 1));
      store.erase("w", List.of("s"));
      long erased = versions("w").get(0);
      assertThatThrownBy(() -> store.append(skill("w", "s", 1)))
          .isInstanceOf(StaleRevisionException.class);
      assertThatThrownBy(() -> store.append(skill("w", "s", 2)))
          .isInstanceOf(StaleRevisionException.class);
      SkillRow back = skill("w", "s", 3, "new");
      assertThat(store.append(back)).isGreaterThan(erased);
      assertThat(store.newest("w", "s")).contains(back);
      assertThat(store.history("w", "s")).containsExactly(back);
      assertThat(newestChanges("w", erased)).isEqualTo(Map.of("s", back));
    }

    @Test
    @DisplayName("ignores unknown ids, repeated ids and what is already erased")
    void ids_ignored() {
      store.append(skill("w", "s", 1));
      store.erase("w", List.of("s", "s"));
      List<Change> left = changes("w");
      store.erase("w", List.of("s", "unknown"));
      store.erase("w", List.of());
      assertThat(changes("w")).isEqualTo(left).hasSize(1);
    }

    @Test
    @DisplayName("works on a skill that was erased before and came back")
    void skill_erasedAgain() {
      store.append(skill("w", "s", 1));
      store.erase("w", List.of("s"));
      store.append(skill("w", "s", 3));
      store.erase("w", List.of("s"));
      assertThat(store.history("w", "s")).isEmpty();
      assertThat(newestChanges("w", 0)).isEqualTo(Map.of("s", skill("w", "s", 4, "")));
    }
  }

  @Nested
  @DisplayName("text")
  class Text {
    @Test
    @DisplayName("in ids and scopes comes back unchanged and keeps ids apart")
    void ids_areExact() {
      for (String id : Samples.KEYS) {
        store.append(new SkillRow("w", id, id, 1, id));
      }
      for (String id : Samples.KEYS) {
        SkillRow row = new SkillRow("w", id, id, 1, id);
        assertThat(store.newest("w", id)).contains(row);
        assertThat(store.history("w", id)).containsExactly(row);
      }
      store.erase("w", List.of("a", "'", "%", "_"));
      for (String id : Samples.KEYS) {
        boolean erased = List.of("a", "'", "%", "_").contains(id);
        assertThat(store.newest("w", id).isEmpty()).as(id).isEqualTo(erased);
      }
    }

    @Test
    @DisplayName("in the names of workspaces keeps them apart")
    void workspaces_areExact() {
      Samples.KEYS.forEach(key -> store.append(skill(key, "same", 1, key)));
      for (String key : Samples.KEYS) {
        assertThat(store.newest(key, "same")).contains(skill(key, "same", 1, key));
        assertThat(changes(key)).hasSize(1);
      }
      assertThat(store.workspaces()).containsExactlyInAnyOrderElementsOf(Samples.KEYS);
    }

    @Test
    @DisplayName("of 500 KB and of every script comes back unchanged")
    void documents_areExact() {
      List<String> documents = Samples.documents();
      for (int i = 0; i < documents.size(); i++) {
        store.append(skill("w", "s", i + 1, documents.get(i)));
      }
      assertThat(store.history("w", "s"))
          .extracting(SkillRow::document)
          .isEqualTo(Samples.documents());
    }
  }

  @Nested
  @DisplayName("many threads")
  class Threads {
    @Test
    @DisplayName(
        "save one revision: of 32 exactly one succeeds, the first revision and a later one")
    void append_hasOneWinner() {
      for (int revision = 1; revision <= 3; revision++) {
        int offered = revision;
        List<Long> versions = Race.of(32, number -> save(offered, "text of " + number));
        List<Long> won = versions.stream().filter(version -> version > 0).toList();
        assertThat(won).hasSize(1);
        SkillRow newest = store.newest("w", "s").orElseThrow();
        assertThat(newest.document()).isEqualTo("text of " + versions.indexOf(won.get(0)));
        assertThat(store.history("w", "s")).hasSize(revision).last().isEqualTo(newest);
      }
    }

    private long save(int revision, String document) {
      try {
        return store.append(skill("w", "s", revision, document));
      } catch (StaleRevisionException lost) {
        return 0;
      }
    }

    @Test
    @DisplayName("save while followers poll: none misses a change or sees one out of order")
    void followers_missNothing() {
      List<List<Change>> followed = new SkillTraffic(store).followed();
      List<Change> all = changes("w");
      assertThat(newestChanges("w", 0).values()).allMatch(row -> row.revision() == 40).hasSize(4);
      for (List<Change> seen : followed) {
        assertThat(seen).extracting(Change::version).isSorted().doesNotHaveDuplicates();
        assertThat(seen).containsAll(all);
      }
    }

    @Test
    @DisplayName("erase and save: numbers go on without a hole or a double")
    void erase_amongSaves() {
      store.append(skill("w", "s", 1));
      Race.of(
          4,
          number -> {
            for (int i = 0; i < 5; i++) {
              if (number == 0) {
                store.erase("w", List.of("s"));
              } else {
                save(2 + i, "text");
              }
            }
            return number;
          });
      Map<String, SkillRow> newest = newestChanges("w", 0);
      int revision = newest.values().stream().mapToInt(SkillRow::revision).max().orElseThrow();
      assertThat(store.append(skill("w", "s", revision + 1))).isPositive();
      assertThat(versions("w")).isSorted().doesNotHaveDuplicates();
    }
  }

  @Nested
  @DisplayName("random operations")
  class Model {
    @Test
    @DisplayName("have the effect they have on the in-memory store")
    void store_equalsModel() {
      SkillModel.against(store).run(20260303, 120);
    }
  }

  @Nested
  @DisplayName("close")
  class Close {
    @Test
    @DisplayName("may be called again")
    void close_twice() {
      store.append(skill("w", "s", 1));
      store.close();
      assertThatCode(store::close).doesNotThrowAnyException();
    }
  }
}
