package dev.hivemind.core.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hivemind.Scope;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Manifests as JSON files in one directory of a home, named by a hash of the root's path. */
final class ManifestFiles implements Manifests {
  private static final int FORMAT = 1;
  private static final long BYTES = 16L << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path directory;
  private final AtomicFiles files = AtomicFiles.ownerOnly("manifest");

  ManifestFiles(Path directory) {
    this.directory = directory;
  }

  @Override
  public Optional<Manifest> read(Path realRoot) throws IOException {
    Path file = file(realRoot);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file) || Files.size(file) > BYTES) {
      throw new IOException("not a manifest");
    }
    try {
      return Optional.of(manifest(JSON.readTree(Files.readAllBytes(file))));
    } catch (JsonProcessingException e) {
      throw new IOException("not a manifest", e);
    }
  }

  @Override
  public Map<Path, Scope> roots() throws IOException {
    Map<Path, Scope> roots = new TreeMap<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> manifests = Files.newDirectoryStream(directory, "*.json")) {
        for (Path file : manifests) {
          root(JSON.readTree(Files.readAllBytes(file)), roots);
        }
      }
    }
    return roots;
  }

  private void root(JsonNode json, Map<Path, Scope> roots) {
    try {
      Path root = directory.getFileSystem().getPath(json.path("root").asText());
      roots.put(root, Scope.of(json.path("scope").asText()));
    } catch (IllegalArgumentException e) {
      // Of a version that did not write the scope, or not ours: nothing can be concluded from it.
    }
  }

  @Override
  public void remove(Path realRoot) throws IOException {
    Files.deleteIfExists(file(realRoot));
  }

  private static Manifest manifest(JsonNode json) throws IOException {
    if (json.path("format").asInt() != FORMAT || !json.path("files").isObject()) {
      throw new IOException("not a manifest");
    }
    Map<String, Manifest.Entry> entries = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    for (Map.Entry<String, JsonNode> file : json.path("files").properties()) {
      JsonNode value = file.getValue();
      String id = value.path("id").asText();
      if (!id.isEmpty() && ids.add(id)) {
        String hash = value.path("hash").asText();
        entries.put(file.getKey(), new Manifest.Entry(id, value.path("revision").asInt(), hash));
      }
    }
    return new Manifest(entries);
  }

  @Override
  public void write(Path realRoot, Scope scope, Manifest manifest) throws IOException {
    ObjectNode json = JSON.createObjectNode().put("format", FORMAT);
    json.put("root", realRoot.toString()).put("scope", scope.toString());
    ObjectNode entries = json.putObject("files");
    manifest
        .files()
        .forEach(
            (path, entry) ->
                entries
                    .putObject(path)
                    .put("id", entry.id())
                    .put("revision", entry.revision())
                    .put("hash", entry.hash()));
    String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    files.createDirectories(directory);
    files.write(directory, file(realRoot), text + "\n");
    AtomicFiles.sync(directory);
  }

  private Path file(Path realRoot) {
    return directory.resolve(Hash.brief(realRoot.toString()) + ".json");
  }
}
