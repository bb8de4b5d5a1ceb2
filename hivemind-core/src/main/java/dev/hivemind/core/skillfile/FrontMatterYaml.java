package dev.hivemind.core.skillfile;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.composer.ComposerException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads front matter with a YAML parser, as nodes only: nothing is constructed, so a tag makes no
 * object and a number or date stays the text it was. Depth is bounded; anchors and aliases are
 * refused, so nothing can grow.
 */
final class FrontMatterYaml {
  private static final int DEPTH = 8;

  private FrontMatterYaml() {}

  /** Returns the top-level mapping; a simple line that YAML does not accept is taken literally. */
  static MappingNode mapping(FrontMatter front) {
    try {
      return compose(front, front.lines());
    } catch (MarkedYAMLException first) {
      try {
        return compose(front, LooseYaml.repair(front.lines()));
      } catch (MarkedYAMLException second) {
        throw new SkillFileException(line(front, first), problem(first));
      }
    }
  }

  private static MappingNode compose(FrontMatter front, List<String> lines) {
    Node root;
    try {
      root = yaml().compose(new StringReader(text(lines)));
    } catch (MarkedYAMLException e) {
      throw e;
    } catch (YAMLException e) {
      throw new SkillFileException(
          front.firstLine(),
          "the front matter is nested too deeply, uses aliases or holds control characters");
    }
    if (root == null) {
      return new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK);
    }
    if (root instanceof MappingNode mapping) {
      return mapping;
    }
    throw new SkillFileException(front.firstLine(), "the front matter has no 'key: value' lines");
  }

  /** YAML ends lines where no editor does; taken for blanks, positions mean the file. */
  private static String text(List<String> lines) {
    String text = String.join("\n", lines) + "\n";
    return text.replace('\u0085', ' ').replace('\u2028', ' ').replace('\u2029', ' ');
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEPTH);
    options.setMaxAliasesForCollections(0);
    options.setAllowDuplicateKeys(false);
    options.setAllowRecursiveKeys(false);
    options.setCodePointLimit(2 * FrontMatter.BYTES);
    return new Yaml(options);
  }

  private static int line(FrontMatter front, @Nullable Mark mark) {
    return mark == null ? front.firstLine() : front.fileLine(mark.getLine());
  }

  /** What is not closed is found missing at the end only: then the line where it was opened. */
  private static int line(FrontMatter front, MarkedYAMLException e) {
    int last = front.fileLine(Math.max(0, front.lines().size() - 1));
    int line = line(front, e.getProblemMark());
    return line > last && e.getContextMark() != null
        ? Math.min(last, line(front, e.getContextMark()))
        : Math.min(last, line);
  }

  private static String problem(MarkedYAMLException e) {
    String problem = e.getProblem();
    // The composer quotes names out of the file.
    boolean quotes = e instanceof ComposerException;
    return problem == null || quotes ? "this is not YAML" : problem;
  }

  /** Returns the keys and values: text, lists and maps of such. */
  static Map<String, Object> values(FrontMatter front, MappingNode mapping) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (NodeTuple entry : mapping.getValue()) {
      String key = key(front, entry);
      if (values.put(key, value(front, entry.getValueNode())) != null) {
        throw new SkillFileException(
            line(front, entry.getKeyNode().getStartMark()), "this key appears twice");
      }
    }
    return values;
  }

  private static String key(FrontMatter front, NodeTuple entry) {
    if (entry.getKeyNode() instanceof ScalarNode key && key.getAnchor() == null) {
      return key.getValue();
    }
    throw new SkillFileException(
        line(front, entry.getKeyNode().getStartMark()), "this key is not a plain word");
  }

  private static Object value(FrontMatter front, Node node) {
    if (node.getAnchor() != null) {
      throw new SkillFileException(
          line(front, node.getStartMark()), "anchors and aliases are not allowed");
    }
    if (node instanceof ScalarNode scalar) {
      return Tag.NULL.equals(scalar.getTag()) ? "" : scalar.getValue();
    }
    if (node instanceof MappingNode mapping) {
      return values(front, mapping);
    }
    List<Object> items = new ArrayList<>();
    for (Node item : ((SequenceNode) node).getValue()) {
      items.add(value(front, item));
    }
    return items;
  }
}
