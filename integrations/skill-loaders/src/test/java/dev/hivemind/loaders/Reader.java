package dev.hivemind.loaders;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Something that loads a root of skills. */
interface Reader {
  /** Returns what every skill of a root says, by the name of its directory. */
  Map<String, Reading> read(Path root) throws IOException;
}
