package dev.hivemind.core.learn;

import dev.hivemind.AgentEvent;
import dev.hivemind.Author;
import dev.hivemind.Rewording;
import dev.hivemind.Scope;
import dev.hivemind.Skill;
import dev.hivemind.core.library.Desk;
import dev.hivemind.core.library.Library;
import java.nio.file.Path;
import java.util.Collection;
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

  @Override
  public List<AgentEvent> events(Collection<String> ids) {
    return learner.call(() -> workspace.events(ids));
  }

  @Override
  public List<Rewording> rewordings(Scope scope) {
    return learner.call(() -> workspace.rewordings(scope));
  }

  @Override
  public List<Skill> exportTo(Path folder, Scope scope) {
    return learner.call(() -> workspace.exportTo(folder, scope));
  }

  @Override
  public List<Skill> importFrom(Path folder, Scope scope, Author by) {
    return learner.call(() -> workspace.importFrom(folder, scope, by));
  }
}
