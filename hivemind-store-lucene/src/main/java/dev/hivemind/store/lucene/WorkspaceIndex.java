package dev.hivemind.store.lucene;

import dev.hivemind.HivemindException;
import dev.hivemind.spi.Candidate;
import dev.hivemind.spi.CandidateQuery;
import dev.hivemind.spi.IndexEntry;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.Version;

/**
 * The open index of a workspace. Everything but {@link #candidates} and {@link #version} is called
 * on a private thread, by one at a time.
 *
 * <p>An apply is visible through a new reader at once. It is committed, which costs some waits for
 * the disk, only with the {@value #APPLIES}th or after {@value #ENTRIES} entries: what a crash
 * takes is fed again.
 */
final class WorkspaceIndex {
  private static final System.Logger LOGGER = System.getLogger(WorkspaceIndex.class.getName());
  private static final int APPLIES = 64;
  private static final int ENTRIES = 1_000;
  private static final String VERSION = "version";
  private static final String FORMAT = "format";
  private static final String FORMAT_NOW = SkillDocuments.FORMAT + "/" + Version.LATEST;

  private final Directory directory;
  private final IndexWriter writer;
  private volatile Snapshot snapshot;
  private volatile long version;
  private int applies;
  private int entries;

  private WorkspaceIndex(Directory directory, IndexWriter writer, long version) throws IOException {
    this.directory = directory;
    this.writer = writer;
    this.version = version;
    this.snapshot = new Snapshot(DirectoryReader.open(writer));
  }

  /** Opens the newest generation if it is whole, or else begins a new one at version 0. */
  static WorkspaceIndex open(WorkspaceFiles files) throws IOException {
    Path newest = files.newest().orElse(Path.of(""));
    if (!newest.toString().isEmpty()) {
      try {
        WorkspaceIndex index = open(newest, IndexWriterConfig.OpenMode.APPEND);
        files.keepOnly(newest);
        return index;
      } catch (LockObtainFailedException e) {
        throw new HivemindException(newest + " is held by another engine: close that one first", e);
      } catch (IndexNotFoundException e) {
        LOGGER.log(Level.DEBUG, () -> newest + " was never committed");
      } catch (IOException | RuntimeException | AssertionError e) {
        LOGGER.log(Level.WARNING, () -> newest + " is not usable, built anew: " + e.getClass());
      }
    }
    Path next = files.next();
    files.keepOnly(next);
    return open(next, IndexWriterConfig.OpenMode.CREATE);
  }

  private static WorkspaceIndex open(Path path, IndexWriterConfig.OpenMode mode)
      throws IOException {
    // Not FSDirectory.open: where it chooses channels, an interrupt of a searching thread would
    // close them for everybody.
    Directory directory = new MMapDirectory(path);
    try {
      IndexWriter writer = new IndexWriter(directory, config(mode));
      try {
        boolean fresh = mode == IndexWriterConfig.OpenMode.CREATE;
        return new WorkspaceIndex(directory, writer, fresh ? 0 : verifiedVersion(directory));
      } catch (Throwable e) {
        writer.rollback();
        throw e;
      }
    } catch (Throwable e) {
      directory.close();
      throw e;
    }
  }

  private static IndexWriterConfig config(IndexWriterConfig.OpenMode mode) {
    TieredMergePolicy merging = new TieredMergePolicy();
    merging.setSegmentsPerTier(2);
    merging.setDeletesPctAllowed(5);
    merging.setNoCFSRatio(1);
    return new IndexWriterConfig(new KeywordAnalyzer())
        .setOpenMode(mode)
        .setMergePolicy(merging)
        .setMergeScheduler(new SerialMergeScheduler())
        .setCommitOnClose(false);
  }

  /** Reads every byte of the commit: Lucene itself looks at some files only when they are used. */
  private static long verifiedVersion(Directory directory) throws IOException {
    SegmentInfos commit = SegmentInfos.readLatestCommit(directory);
    for (String file : commit.files(true)) {
      try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
        CodecUtil.checksumEntireFile(input);
      }
    }
    String format = commit.getUserData().getOrDefault(FORMAT, "");
    if (!format.equals(FORMAT_NOW)) {
      throw new CorruptIndexException("format " + format + ", wanted " + FORMAT_NOW, "commit");
    }
    return Long.parseLong(commit.getUserData().getOrDefault(VERSION, "0"));
  }

  long version() {
    return version;
  }

  List<Candidate> candidates(CandidateQuery query) throws IOException {
    Snapshot current = held();
    try {
      return new Search(current, query).candidates();
    } finally {
      current.release();
    }
  }

  private Snapshot held() {
    Snapshot current = snapshot;
    while (!current.hold()) {
      current = snapshot;
    }
    return current;
  }

  void apply(List<IndexEntry> changed, long newVersion) throws IOException {
    for (IndexEntry entry : changed) {
      if (entry.isRemoval()) {
        writer.deleteDocuments(SkillDocuments.key(entry));
      } else {
        writer.updateDocument(SkillDocuments.key(entry), SkillDocuments.of(entry));
      }
    }
    Map<String, String> state = Map.of(VERSION, Long.toString(newVersion), FORMAT, FORMAT_NOW);
    writer.setLiveCommitData(state.entrySet());
    applies++;
    entries += changed.size();
    refresh();
    version = newVersion;
    if (applies >= APPLIES || entries >= ENTRIES) {
      commit();
    }
  }

  private void refresh() throws IOException {
    Snapshot before = snapshot;
    DirectoryReader changed = DirectoryReader.openIfChanged(before.reader(), writer);
    if (changed != null) {
      snapshot = new Snapshot(changed);
      before.release();
    }
  }

  private void commit() throws IOException {
    writer.commit();
    applies = 0;
    entries = 0;
  }

  /** Commits and closes. */
  void close() throws IOException {
    try {
      if (applies > 0) {
        commit();
      }
    } finally {
      abandon();
    }
  }

  /** Closes without a commit. */
  void abandon() throws IOException {
    IOUtils.close(snapshot::release, writer::rollback, directory);
  }
}
