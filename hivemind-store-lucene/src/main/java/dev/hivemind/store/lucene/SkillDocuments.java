package dev.hivemind.store.lucene;

import dev.hivemind.spi.IndexEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/** How a skill lies in the index: its fields' names and types. */
final class SkillDocuments {
  /** Raised whenever fields or the splitting of text change: an older index is built anew. */
  static final int FORMAT = 1;

  static final String ID = "id";
  static final String SCOPE = "scope";
  static final String TOOL = "tool";

  /** One term, {@link #YES}, in skills that are about no tool. */
  static final String TOOLLESS = "toolless";

  static final String YES = "yes";

  /** Every word of the skill once: how rare a word is, and which words there are. */
  static final String WORDS = "words";

  private static final FieldType COUNTED = textType(IndexOptions.DOCS_AND_FREQS, false);
  private static final FieldType PRESENT = textType(IndexOptions.DOCS, true);

  private SkillDocuments() {}

  static Term key(IndexEntry entry) {
    return new Term(ID, entry.id());
  }

  /**
   * Refuses what the index cannot hold, before anything of an apply is written.
   *
   * @throws IllegalArgumentException if an id, a scope or a tool's name is longer than 32 KB
   */
  static void check(IndexEntry entry) {
    checkTerm("id", entry.id());
    checkTerm("scope", entry.scope());
    entry.tools().forEach(tool -> checkTerm("tool", tool));
  }

  private static void checkTerm(String what, String value) {
    int length = value.getBytes(StandardCharsets.UTF_8).length;
    if (length > IndexWriter.MAX_TERM_LENGTH) {
      throw new IllegalArgumentException(
          what + " is " + length + " bytes long, at most " + IndexWriter.MAX_TERM_LENGTH);
    }
  }

  static Document of(IndexEntry entry) {
    Document document = new Document();
    document.add(new StringField(ID, entry.id(), Field.Store.NO));
    document.add(new BinaryDocValuesField(ID, new BytesRef(entry.id())));
    document.add(new StringField(SCOPE, entry.scope(), Field.Store.NO));
    entry.tools().forEach(tool -> document.add(new StringField(TOOL, tool, Field.Store.NO)));
    if (entry.tools().isEmpty()) {
      document.add(new StringField(TOOLLESS, YES, Field.Store.NO));
    }
    Map<Part, List<BytesRef>> texts = new EnumMap<>(Part.class);
    new TreeMap<>(entry.fields())
        .forEach(
            (field, text) ->
                texts
                    .computeIfAbsent(Part.of(field), part -> new ArrayList<>())
                    .addAll(Words.ofField(text)));
    Set<BytesRef> all = new HashSet<>();
    texts.forEach(
        (part, words) -> {
          document.add(new Field(part.field(), new WordStream(words), COUNTED));
          all.addAll(words);
        });
    document.add(new Field(WORDS, new WordStream(all), PRESENT));
    return document;
  }

  private static FieldType textType(IndexOptions options, boolean omitNorms) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }
}
