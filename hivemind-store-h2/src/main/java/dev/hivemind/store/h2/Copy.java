package dev.hivemind.store.h2;

import dev.hivemind.DamagedStoreException;
import dev.hivemind.HivemindException;
import dev.hivemind.spi.RowCount;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A database in a zip file, as H2's {@code BACKUP TO} writes it and its own {@code RESTORE} reads
 * it; the zip's checksum tells whether it is whole.
 */
final class Copy {
  private final Path zip;

  Copy(Path zip) {
    this.zip = zip;
  }

  /** Writes what a database holds; the caller sees to it that nobody writes meanwhile. */
  boolean of(Database database) {
    try {
      // One that H2 makes would be readable for all.
      DatabaseFile.create(zip).close();
      database.copyTo(zip);
      try (FileChannel channel = FileChannel.open(zip, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      return true;
    } catch (IOException e) {
      throw new HivemindException("could not write the backup " + zip + " (" + e + ")", e);
    }
  }

  /** Reads it back and returns how much is in it; needs room for the database once more. */
  RowCount check(DatabaseFile file) {
    DatabaseFile scratch = file.scratch();
    try {
      return Inspection.count(extracted(scratch));
    } catch (DamagedStoreException e) {
      throw new DamagedStoreException(
          "the copy that was just made of the database "
              + file
              + " cannot be read: the disk is failing, or the database is damaged; it goes on",
          e);
    } finally {
      scratch.path().toFile().delete();
    }
  }

  /**
   * Writes the database to a place of its own, durably, and returns that.
   *
   * @throws DamagedStoreException if this is no whole copy of a database
   */
  DatabaseFile extracted(DatabaseFile target) {
    try {
      target.delete();
      extract(target.path());
      return target;
    } catch (ZipException | EOFException e) {
      throw new DamagedStoreException("the backup " + zip + " is damaged: use another", e);
    } catch (IOException e) {
      throw new HivemindException("could not read the backup " + zip + " (" + e + ")", e);
    }
  }

  private void extract(Path target) throws IOException {
    try (InputStream file = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(file)) {
      ZipEntry entry = entries.getNextEntry();
      if (entry == null || !entry.getName().endsWith(DatabaseFile.SUFFIX)) {
        throw new ZipException("no database in it");
      }
      write(entries, target);
      if (entries.getNextEntry() != null) {
        throw new ZipException("more than a database in it");
      }
    }
  }

  private static void write(InputStream from, Path to) throws IOException {
    try (FileChannel channel = DatabaseFile.create(to)) {
      from.transferTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
  }
}
