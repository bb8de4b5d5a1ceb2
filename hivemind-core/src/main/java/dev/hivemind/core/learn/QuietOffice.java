package dev.hivemind.core.learn;

import dev.hivemind.Author;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.core.library.Desk;
import dev.hivemind.core.library.Library;
import java.nio.file.Path;
import java.util.List;

/**
 * A workspace's office on the learner's thread, where nobody is interrupted: a file that a thread
 * has open is closed under it when the thread is interrupted, and a host may interrupt its own.
 */
public final class QuietOffice implements Desk.Office {
  private final Workspace workspace;
  private final Learner learner;

  /** Creates the office of a workspace. */
  public QuietOffice(Workspace workspace, Learner learner) {
    this.workspace = workspace;
    this.learner = learner;
  }

  @Override
  public Library library() {
    return learner.call(workspace::library);
  }

  @Override
  public void publish() {
    learner.call(
        () -> {
          workspace.publish();
          return workspace;
        });
  }

  @Override
  public List<Path> foreign(Scope scope) {
    return learner.call(() -> workspace.foreign(scope));
  }

  @Override
  public Skill adopt(Path file, Scope scope, Author by) {
    return learner.call(() -> workspace.adopt(file, scope, by));
  }
}
