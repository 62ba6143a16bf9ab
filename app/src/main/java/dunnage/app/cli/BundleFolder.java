package dunnage.app.cli;

import dunnage.kernel.evidence.BundleDraft;
import dunnage.kernel.evidence.BundleDraft.Measured;
import dunnage.kernel.evidence.ByteSink;
import dunnage.kernel.evidence.Content;
import dunnage.kernel.evidence.Document;
import dunnage.kernel.evidence.PathRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The documents of a folder, read twice: once to measure them, once to copy them. What differs
/// between the two is noticed, so a bundle never holds half of an old and half of a new file.
final class BundleFolder {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int NAMES_SHOWN = 5;

  private final Path folder;
  private final boolean times;
  private final List<String> paths;

  private BundleFolder(Path folder, boolean times, List<String> paths) {
    this.folder = folder;
    this.times = times;
    this.paths = paths;
  }

  /// @param times whether to tell when each file was last changed
  /// @throws Stop if a file in it can be in no bundle
  static BundleFolder of(Path folder, boolean times) {
    List<String> paths = list(folder);
    if (paths.isEmpty()) {
      throw new Stop(
          ExitCode.REFUSED, "There is no file in " + folder + "; a bundle holds at least one.");
    }
    List<String> wrong = new ArrayList<>();
    for (String path : paths) {
      String problem = PathRule.problem(path);
      if (problem != null) {
        wrong.add("  " + printable(path) + "\n    " + problem);
      }
    }
    if (!wrong.isEmpty()) {
      int more = wrong.size() - NAMES_SHOWN;
      throw new Stop(
          ExitCode.REFUSED,
          "Some names cannot be in a bundle, which must unpack to the same files everywhere:\n"
              + String.join("\n", wrong.subList(0, Math.min(NAMES_SHOWN, wrong.size())))
              + (more > 0 ? "\n  and " + more + " more" : "")
              + "\nRename these files and run it again.");
    }
    List<String> clash = PathRule.clash(paths);
    if (clash != null) {
      throw new Stop(
          ExitCode.REFUSED,
          "These two names are one file on some systems, so one would be lost there:\n  "
              + String.join("\n  ", clash)
              + "\nRename one of them and run it again.");
    }
    return new BundleFolder(folder, times, paths);
  }

  /// Relative paths with `/`, in the order of a bundle.
  private static List<String> list(Path folder) {
    List<String> paths = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              paths.add(name(folder, file, attributes));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
    if (paths.size() > BundleDraft.DOCUMENTS_MOST) {
      throw new Stop(
          ExitCode.REFUSED,
          paths.size()
              + " files; a bundle holds at most "
              + BundleDraft.DOCUMENTS_MOST
              + ". Make one bundle per subfolder.");
    }
    paths.sort(PathRule.ORDER);
    return paths;
  }

  private static String name(Path folder, Path file, BasicFileAttributes attributes) {
    if (!attributes.isRegularFile()) {
      String kind = attributes.isSymbolicLink() ? "a link" : "no regular file";
      throw new Stop(
          ExitCode.REFUSED,
          printable(file.toString())
              + " is "
              + kind
              + ", and a bundle holds files only. Put the document itself in its place.");
    }
    List<String> names = new ArrayList<>();
    folder.relativize(file).forEach(part -> names.add(part.toString()));
    return String.join("/", names);
  }

  /// Reads every document once.
  List<Measured> measure() {
    List<Measured> all = new ArrayList<>(paths.size());
    for (String path : paths) {
      Content.Meter meter = new Content.Meter();
      read(path, meter::add);
      Content content = meter.content();
      Document document =
          new Document(
              Document.FOLDER + path,
              content.size(),
              content.sha256(),
              MediaTypes.of(path),
              modified(path));
      all.add(new Measured(document, content.crc32()));
    }
    return all;
  }

  private @Nullable Instant modified(String path) {
    if (!times) {
      return null;
    }
    try {
      return Files.getLastModifiedTime(folder.resolve(path), LinkOption.NOFOLLOW_LINKS)
          .toInstant()
          .truncatedTo(ChronoUnit.SECONDS);
    } catch (IOException e) {
      throw unreadable(folder.resolve(path), e);
    }
  }

  /// Reads a document the second time.
  void copy(Document document, ByteSink to) {
    read(document.path().substring(Document.FOLDER.length()), to);
  }

  /// @throws Stop if files came or went since the folder was listed
  void checkSameFiles() {
    if (!list(folder).equals(paths)) {
      throw changed("files were added or removed");
    }
  }

  static Stop changed(String what) {
    return new Stop(
        ExitCode.FAILURE,
        "The folder changed while it was read: "
            + what
            + ". Nothing was written; wait until it is at rest and run it again.");
  }

  private void read(String path, ByteSink to) {
    Path file = folder.resolve(path);
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        to.write(buffer, 0, got);
      }
    } catch (UncheckedIOException writing) {
      throw writing;
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static Stop unreadable(Path file, IOException e) {
    return new Stop(
        ExitCode.FAILURE,
        printable(file.toString())
            + " cannot be read: "
            + printable(String.valueOf(e.getMessage()))
            + ". Nothing was written; a bundle leaves no document out.");
  }

  /// A hostile name must not draw on the terminal.
  private static String printable(String name) {
    return name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
  }
}
