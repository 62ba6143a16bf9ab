package dunnage.app.desk;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dunnage.app.cli.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The texts that stand in sources, as the compiler reads them: each with a hole `§` where a value
/// comes in.
final class Literals {

  /// @param where the method, constructor or variable it is given to
  record Text(Path file, String where, String text) {
    @Override
    public String toString() {
      return file.getFileName() + " " + where + ": " + text;
    }
  }

  private Literals() {}

  static List<Text> in(List<Path> files) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    List<Text> all = new ArrayList<>();
    try (var manager = compiler.getStandardFileManager(null, null, null)) {
      var task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      for (CompilationUnitTree unit : task.parse()) {
        Path file = Path.of(unit.getSourceFile().toUri());
        Void ignored = new Scan(file, all).scan(unit, null);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(Sources.root().toString(), unreadable);
    }
    return all;
  }

  private static final class Scan extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final Path file;
    private final List<Text> found;

    Scan(Path file, List<Text> found) {
      this.file = file;
      this.found = found;
    }

    @Override
    public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void nothing) {
      return null;
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, @Nullable Void nothing) {
      if (tree.getValue() instanceof String) {
        take(List.of(tree));
      }
      return null;
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void nothing) {
      List<Tree> parts = new ArrayList<>();
      flat(tree, parts);
      if (parts.stream().noneMatch(part -> text(part) != null)) {
        return super.visitBinary(tree, nothing);
      }
      take(parts);
      for (Tree part : parts) {
        if (text(part) == null) {
          Void ignored = scan(part, nothing);
        }
      }
      return null;
    }

    private void take(List<Tree> parts) {
      StringBuilder all = new StringBuilder();
      for (Tree part : parts) {
        String text = text(part);
        all.append(text == null ? "§" : text);
      }
      found.add(new Text(file, where(), all.toString().replaceAll("%[-+,.0-9]*[sdfc]", "§")));
    }

    private String where() {
      for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
        switch (path.getLeaf()) {
          case MethodInvocationTree call -> {
            String name = call.getMethodSelect().toString();
            if (!name.endsWith(".formatted")) {
              return name.replaceAll("(?s).*\\)", "");
            }
          }
          case NewClassTree made -> {
            return "new " + made.getIdentifier();
          }
          case VariableTree variable -> {
            return "var " + variable.getName();
          }
          case MethodTree method -> {
            return "in " + method.getName();
          }
          default -> {}
        }
      }
      return "";
    }

    private static void flat(Tree tree, List<Tree> parts) {
      if (tree instanceof BinaryTree both && tree.getKind() == Tree.Kind.PLUS) {
        flat(both.getLeftOperand(), parts);
        flat(both.getRightOperand(), parts);
      } else {
        parts.add(tree);
      }
    }

    private static @Nullable String text(Tree tree) {
      Tree bare = tree;
      while (bare instanceof ParenthesizedTree in) {
        bare = in.getExpression();
      }
      if (bare instanceof LiteralTree literal) {
        Object value = literal.getValue();
        return value instanceof String || value instanceof Character ? value.toString() : null;
      }
      return null;
    }
  }
}
