package dev.hivemind.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What users see says what it is. The compiler's own check wants a tag for each parameter, where a
 * sentence says more, and a comment for each component of a record, which the record has.
 */
class DocumentedTest {
  private static final int FEWEST = 400;
  private static final Set<String> MODULES =
      Set.of(
          "hivemind-api",
          "hivemind-testkit",
          "hivemind-store-jdbc",
          "hivemind-store-h2",
          "hivemind-store-lucene",
          "integrations/hivemind-langchain4j",
          "integrations/hivemind-spring-ai");

  private final Repository repository = Repository.here();

  @Test
  @DisplayName("every public type and member of a published module has a doc comment")
  void publicTypesAndMembers_areDocumented() throws IOException {
    List<Path> files =
        repository.files(".java").stream()
            .filter(path -> MODULES.stream().anyMatch(one -> path.startsWith(one + "/src/main")))
            .filter(path -> !path.endsWith("module-info.java"))
            .map(repository.root()::resolve)
            .toList();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      Look look = new Look(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        look.scan(unit, unit);
      }
      assertThat(look.seen).isGreaterThan(FEWEST);
      assertThat(look.silent).isEmpty();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Goes down as far as a user can see. */
  private static final class Look extends TreePathScanner<Void, CompilationUnitTree> {
    private final DocTrees comments;
    private final List<String> silent = new ArrayList<>();
    private int seen;
    private boolean inInterface;

    Look(DocTrees comments) {
      this.comments = comments;
    }

    @Override
    public Void visitClass(ClassTree type, CompilationUnitTree unit) {
      if (!isSeen(type.getModifiers())) {
        return null;
      }
      check(type.getSimpleName().toString(), unit);
      boolean outside = inInterface;
      inInterface = type.getKind() == Tree.Kind.INTERFACE;
      super.visitClass(type, unit);
      inInterface = outside;
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
      boolean overrides =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(one -> one.getAnnotationType().toString().equals("Override"));
      if (isSeen(method.getModifiers()) && !overrides) {
        check(method.getName().toString(), unit);
      }
      return null;
    }

    @Override
    public Void visitVariable(VariableTree field, CompilationUnitTree unit) {
      boolean component = getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
      if (isSeen(field.getModifiers()) && !component) {
        check(field.getName().toString(), unit);
      }
      return null;
    }

    private boolean isSeen(ModifiersTree modifiers) {
      Set<Modifier> flags = modifiers.getFlags();
      boolean open = flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
      return open || (inInterface && !flags.contains(Modifier.PRIVATE));
    }

    private void check(String name, CompilationUnitTree unit) {
      seen++;
      if (comments.getDocComment(getCurrentPath()) == null) {
        Path file = Path.of(unit.getSourceFile().getName()).getFileName();
        silent.add(file + ": " + name);
      }
    }
  }
}
