package dev.hivemind;

import java.util.List;

/**
 * What was forgotten, and what could not be reached. Immutable.
 *
 * @param events how many events were erased
 * @param skills names of the skills that were erased because they stood on them
 * @param unreachable what may still hold it, one sentence each (version control, exports, backups)
 */
public record ForgetReport(long events, List<String> skills, List<String> unreachable) {
  /** Copies. */
  public ForgetReport {
    Check.notNull("skills", skills);
    Check.notNull("unreachable", unreachable);
    skills = List.copyOf(skills);
    unreachable = List.copyOf(unreachable);
  }
}
