package dev.hivemind.core.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hivemind.HivemindException;
import dev.hivemind.core.event.Progress;
import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an export into empty stores. Positions and versions are the new stores' own; revisions keep
 * their numbers. A new miner is fed from the first event on, so that it remembers what the one
 * before remembered of open sessions. One use each.
 */
public final class Importer {
  private static final int GROUP = 500;
  private static final int GROUP_CHARACTERS = 4 << 20;
  private static final int PAGE = 500;

  private final EventStore events;
  private final SkillStore skills;
  private final List<EventRow> group = new ArrayList<>();
  private int characters;
  private final Map<String, Long> mined = new HashMap<>();
  private final Map<String, JsonNode> outcomes = new HashMap<>();
  // The newest event of each workspace that was mined.
  private final Map<String, String> last = new HashMap<>();

  /** Creates for stores that must be empty. */
  public Importer(EventStore events, SkillStore skills) {
    this.events = events;
    this.skills = skills;
  }

  /**
   * Reads; all is durable on return.
   *
   * @throws HivemindException if the stores are not empty, or one fails
   */
  public void read(ExportFile file) {
    if (!events.workspaces().isEmpty() || !skills.workspaces().isEmpty()) {
      throw new HivemindException(
          "there are memories already: an export is read into empty stores only");
    }
    file.rows(row -> take(row, file));
    append();
    last.forEach((workspace, event) -> advance(workspace, position(workspace, event)));
    // Whose mined events have all expired still knows what came of its lessons.
    outcomes.keySet().stream()
        .filter(workspace -> !last.containsKey(workspace) && outcomes(workspace).isObject())
        .forEach(workspace -> advance(workspace, 0));
  }

  private void take(JsonNode row, ExportFile file) {
    try {
      switch (row.path("type").asText()) {
        case "checkpoint" -> {
          mined.put(text(row, "workspace"), row.path("position").asLong());
          outcomes.put(text(row, "workspace"), row.path("outcomes"));
        }
        case "skill" -> skill(row);
        case "event" -> event(row);
        default -> {
          // of a later version
        }
      }
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw file.damaged("a row is not one of ours");
    }
  }

  private static String text(JsonNode row, String field) {
    if (!row.path(field).isTextual()) {
      throw new IllegalArgumentException(field);
    }
    return row.path(field).textValue();
  }

  private void skill(JsonNode row) {
    SkillRow skill =
        new SkillRow(
            text(row, "workspace"),
            text(row, "scope"),
            text(row, "id"),
            row.path("revision").asInt(),
            text(row, "document"));
    boolean first = skills.newest(skill.workspace(), skill.id()).isEmpty();
    if (first && skill.revision() > 1) {
      forgotten(skill, skill.erased() ? skill.revision() : skill.revision() - 1);
    }
    if (!skill.erased()) {
      skills.append(skill);
    }
  }

  /** Leaves what erasing left: nothing but a number, so that numbers go on. */
  private void forgotten(SkillRow skill, int revision) {
    for (int number = 1; number < revision; number++) {
      skills.append(new SkillRow(skill.workspace(), skill.scope(), skill.id(), number, "{}"));
    }
    skills.erase(skill.workspace(), List.of(skill.id()));
  }

  private void event(JsonNode row) {
    EventRow event =
        new EventRow(
            text(row, "workspace"),
            0,
            text(row, "id"),
            text(row, "kind"),
            Instant.parse(text(row, "at")),
            text(row, "document"));
    if (row.path("position").asLong() <= mined.getOrDefault(event.workspace(), 0L)) {
      last.put(event.workspace(), event.id());
    }
    group.add(event);
    characters += event.document().length();
    if (group.size() == GROUP || characters > GROUP_CHARACTERS) {
      append();
    }
  }

  private void append() {
    if (!group.isEmpty()) {
      events.append(List.copyOf(group));
      group.clear();
      characters = 0;
    }
  }

  private void advance(String workspace, long position) {
    Checkpoint start = events.checkpoint(workspace, Progress.CONSUMER);
    if (!events.advance(start, Progress.of(workspace, position, 0, outcomes(workspace)))) {
      throw new HivemindException("somebody else writes to the stores that an export is read into");
    }
  }

  private JsonNode outcomes(String workspace) {
    return outcomes.getOrDefault(workspace, MissingNode.getInstance());
  }

  private long position(String workspace, String event) {
    List<EventRow> page = events.read(workspace, 0, PAGE);
    while (!page.isEmpty()) {
      for (EventRow row : page) {
        if (row.id().equals(event)) {
          return row.position();
        }
      }
      page = events.read(workspace, page.get(page.size() - 1).position(), PAGE);
    }
    throw new HivemindException("the event store lost an event that an export was read from");
  }
}
