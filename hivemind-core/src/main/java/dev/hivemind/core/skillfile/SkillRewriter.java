package dev.hivemind.core.skillfile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Puts new values into an existing front matter. The parser says which lines a key takes; those
 * that are not ours are copied as they stand, so comments, order and style of a person survive.
 */
final class SkillRewriter {
  private final FrontMatter front;
  private final SkillWriter writer;
  private final List<String> out = new ArrayList<>();
  private final Set<String> written = new HashSet<>();

  private SkillRewriter(FrontMatter front, SkillWriter writer) {
    this.front = front;
    this.writer = writer;
  }

  static String rewrite(String existing, SkillWriter writer) {
    FrontMatter front = FrontMatter.of(existing);
    MappingNode root = FrontMatterYaml.mapping(front);
    FrontMatterYaml.values(front, root);
    return new SkillRewriter(front, writer).rewrite(root);
  }

  private String rewrite(MappingNode root) {
    if (root.getFlowStyle() == FlowStyle.FLOW) {
      throw new SkillFileException(front.firstLine(), "keys in braces cannot be rewritten");
    }
    List<NodeTuple> keys = root.getValue();
    if (!keys.isEmpty() && keys.get(0).getKeyNode().getStartMark().getColumn() > 0) {
      throw new SkillFileException(front.firstLine(), "keys that are indented cannot be rewritten");
    }
    copy(0, keys.isEmpty() ? front.lines().size() : start(keys.get(0)));
    for (int i = 0; i < keys.size(); i++) {
      key(keys.get(i), i + 1 < keys.size() ? start(keys.get(i + 1)) : front.lines().size());
    }
    addMissing();
    return writer.text(out);
  }

  private void key(NodeTuple key, int next) {
    String name = ((ScalarNode) key.getKeyNode()).getValue();
    switch (name) {
      case "name" -> replace(key, next, List.of(writer.nameLine()));
      case "description" -> replace(key, next, List.of(writer.descriptionLine()));
      case "metadata" -> metadata(key, next);
      default -> copy(start(key), next);
    }
    written.add(name);
  }

  private void addMissing() {
    List<String> head = new ArrayList<>();
    if (!written.contains("name")) {
      head.add(writer.nameLine());
    }
    if (!written.contains("description")) {
      head.add(writer.descriptionLine());
    }
    out.addAll(0, head);
    if (!written.contains("metadata") && !writer.metadata().isEmpty()) {
      out.add("metadata:");
      out.addAll(writer.metadataLines("  "));
    }
  }

  private void metadata(NodeTuple key, int next) {
    List<NodeTuple> entries =
        key.getValueNode() instanceof MappingNode mapping ? mapping.getValue() : List.of();
    boolean theirs = entries.stream().anyMatch(entry -> !ours(entry));
    if (entries.isEmpty() || start(entries.get(0)) == start(key)) {
      flow(key, entries, next);
    } else if (theirs || !writer.metadata().isEmpty()) {
      out.add(front.lines().get(start(key)));
      block(key, entries, next);
    } else {
      replace(key, next, List.of());
    }
  }

  private void block(NodeTuple key, List<NodeTuple> entries, int next) {
    int indent = entries.get(0).getKeyNode().getStartMark().getColumn();
    out.addAll(writer.metadataLines(" ".repeat(indent)));
    copy(start(key) + 1, start(entries.get(0)));
    for (int i = 0; i < entries.size(); i++) {
      NodeTuple entry = entries.get(i);
      int end = i + 1 < entries.size() ? start(entries.get(i + 1)) : next;
      if (ours(entry)) {
        replace(entry, end, List.of());
      } else {
        copy(start(entry), end);
      }
    }
  }

  /** Metadata in braces, or without entries, becomes a block whose values are quoted. */
  private void flow(NodeTuple key, List<NodeTuple> entries, int next) {
    List<String> lines = new ArrayList<>(writer.metadataLines("  "));
    Map<?, ?> values =
        key.getValueNode() instanceof MappingNode map
            ? FrontMatterYaml.values(front, map)
            : Map.of();
    for (NodeTuple entry : entries) {
      if (!ours(entry)) {
        String name = ((ScalarNode) entry.getKeyNode()).getValue();
        lines.add("  " + quoted(name) + ": " + quoted(values.get(name)));
      }
    }
    if (!lines.isEmpty()) {
      lines.add(0, "metadata:");
    }
    replace(key, next, lines);
  }

  private static String quoted(@Nullable Object value) {
    return '"' + String.valueOf(value).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static boolean ours(NodeTuple entry) {
    return entry.getKeyNode() instanceof ScalarNode key
        && key.getValue().startsWith(SkillWriter.PREFIX);
  }

  private void copy(int from, int to) {
    out.addAll(front.lines().subList(from, to));
  }

  /** Adds the lines in place of a key's, and copies the comments behind it. */
  private void replace(NodeTuple key, int next, List<String> lines) {
    out.addAll(lines);
    for (String line : front.lines().subList(last(key.getValueNode()) + 1, next)) {
      if (line.isBlank() || line.strip().startsWith("#")) {
        out.add(line);
      }
    }
  }

  private static int start(NodeTuple key) {
    return key.getKeyNode().getStartMark().getLine();
  }

  /** The end mark of a block stands on the next key, behind comments: look at its last leaf. */
  private static int last(Node node) {
    boolean block =
        node instanceof CollectionNode<?> list
            && list.getFlowStyle() != FlowStyle.FLOW
            && !list.getValue().isEmpty();
    if (block) {
      return last(lastChild(node));
    }
    int end = node.getEndMark().getLine();
    boolean behind = node.getEndMark().getColumn() == 0 && end > node.getStartMark().getLine();
    return behind ? end - 1 : end;
  }

  private static Node lastChild(Node block) {
    if (block instanceof MappingNode map) {
      return map.getValue().get(map.getValue().size() - 1).getValueNode();
    }
    List<Node> items = ((SequenceNode) block).getValue();
    return items.get(items.size() - 1);
  }
}
