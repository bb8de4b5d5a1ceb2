package dev.hivemind.core.publish;

import dev.hivemind.Skill;
import java.util.List;
import java.util.Optional;

/** What the library knows of the skills of a root's workspace. Must not change during a call. */
public interface Known {
  /** Returns the newest revision of a skill, retired or not; empty if the id is unknown. */
  Optional<Skill> newest(String id);

  /** Returns every revision of a skill, oldest first; empty if the id is unknown. */
  List<Skill> history(String id);
}
