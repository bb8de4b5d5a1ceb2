package dev.hivemind.core.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.core.event.Progress;
import dev.hivemind.core.text.Json;
import dev.hivemind.spi.Change;
import dev.hivemind.spi.Checkpoint;
import dev.hivemind.spi.EventRow;
import dev.hivemind.spi.EventStore;
import dev.hivemind.spi.RowCount;
import dev.hivemind.spi.SkillRow;
import dev.hivemind.spi.SkillStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Writes what stores hold as JSON lines. Of each workspace first how far it is mined, then the
 * skills, then the events, while all of them may grow: so whatever the first says was mined has its
 * skills in the file, and whatever the skills were learned from its events. One use each.
 */
final class Exporter {
  private static final int PAGE = 200;

  private final EventStore events;
  private final SkillStore skills;
  private final CRC32 checksum = new CRC32();
  private long eventRows;
  private long skillRows;

  Exporter(EventStore events, SkillStore skills) {
    this.events = events;
    this.skills = skills;
  }

  RowCount to(Path file, Instant now) throws IOException {
    try (FileChannel out = NewFile.create(file)) {
      ObjectNode header = Json.object().put(ExportFile.HEADER, ExportFile.KIND);
      write(out, header.put("format", ExportFile.FORMAT).put("at", now.toString()));
      Set<String> workspaces = new TreeSet<>(skills.workspaces());
      workspaces.addAll(events.workspaces());
      for (String workspace : workspaces) {
        write(out, checkpoint(workspace));
        skills(out, workspace);
        events(out, workspace);
      }
      long before = checksum.getValue();
      ObjectNode end = Json.object().put("type", "end").put("events", eventRows);
      write(out, end.put("revisions", skillRows).put("crc32", before));
      out.force(true);
      return new RowCount(eventRows, skillRows);
    }
  }

  private ObjectNode checkpoint(String workspace) {
    Checkpoint checkpoint = events.checkpoint(workspace, Progress.CONSUMER);
    ObjectNode row = row("checkpoint", workspace).put("position", checkpoint.position());
    JsonNode outcomes = Progress.outcomes(checkpoint);
    return outcomes.isObject() ? row.set("outcomes", outcomes) : row;
  }

  private void skills(FileChannel out, String workspace) throws IOException {
    for (SkillRow newest : newest(workspace).values()) {
      List<SkillRow> rows =
          newest.erased() ? List.of(newest) : skills.history(workspace, newest.id());
      for (SkillRow one : rows) {
        skillRows += one.erased() ? 0 : 1;
        ObjectNode row = row("skill", workspace).put("scope", one.scope()).put("id", one.id());
        write(out, row.put("revision", one.revision()).put("document", one.document()));
      }
    }
  }

  private Map<String, SkillRow> newest(String workspace) {
    Map<String, SkillRow> newest = new LinkedHashMap<>();
    long version = 0;
    List<Change> page;
    do {
      page = skills.changes(workspace, version, PAGE);
      for (Change change : page) {
        newest.put(change.row().id(), change.row());
        version = change.version();
      }
    } while (!page.isEmpty());
    return newest;
  }

  private void events(FileChannel out, String workspace) throws IOException {
    List<EventRow> page = events.read(workspace, 0, PAGE);
    while (!page.isEmpty()) {
      for (EventRow one : page) {
        eventRows++;
        ObjectNode row = row("event", workspace).put("position", one.position());
        row.put("id", one.id()).put("kind", one.kind()).put("at", one.at().toString());
        write(out, row.put("document", one.document()));
      }
      page = events.read(workspace, page.get(page.size() - 1).position(), PAGE);
    }
  }

  private static ObjectNode row(String type, String workspace) {
    return Json.object().put("type", type).put("workspace", workspace);
  }

  private void write(FileChannel out, ObjectNode row) throws IOException {
    byte[] line = (Json.ascii(row) + "\n").getBytes(StandardCharsets.US_ASCII);
    checksum.update(line);
    ByteBuffer bytes = ByteBuffer.wrap(line);
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }
}
