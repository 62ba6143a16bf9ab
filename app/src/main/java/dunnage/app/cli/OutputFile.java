package dunnage.app.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A file that a command writes besides its output: made beside its place and then moved there, so
/// that it is whole or is not there.
final class OutputFile {

  /// What goes into the file.
  interface Content {
    void write(Writer out) throws IOException;
  }

  /// The same for what is no text.
  interface Bytes {
    void write(OutputStream out) throws IOException;
  }

  private OutputFile() {}

  /// Where the file will go.
  ///
  /// @param flag the flag that names it, for messages
  /// @param example a file name for messages
  /// @param inputs files that it may not overwrite, whatever name leads to them
  /// @throws Stop if it would overwrite an input or has no folder to go to
  static Path check(String flag, String written, String example, List<String> inputs) {
    Path file = Path.of(written).toAbsolutePath().normalize();
    String said = flag + " " + written;
    if (Files.isDirectory(file)) {
      throw new Stop(
          ExitCode.USAGE,
          said + " is a folder; name a file in it, like " + written + "/" + example + ".");
    }
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Stop(
          ExitCode.NOT_FOUND, said + ": there is no folder " + folder + ". Make it first.");
    }
    for (String input : inputs) {
      if (same(file, Intake.path(input))) {
        throw new Stop(
            ExitCode.USAGE, said + " would overwrite an input file; choose another name.");
      }
    }
    return file;
  }

  private static boolean same(Path file, Path input) {
    try {
      return Files.exists(file) && Files.isSameFile(file, input);
    } catch (IOException unreadable) {
      return false;
    }
  }

  /// @param what what the file is, for the message when it cannot be written, like `The page`
  static void write(Path file, String what, Content content) {
    writeBytes(
        file,
        what,
        bytes -> {
          Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
          content.write(out);
          out.flush();
        });
  }

  static void writeBytes(Path file, String what, Bytes content) {
    try {
      Path folder = java.util.Objects.requireNonNull(file.getParent(), "checked before");
      Path draft = Files.createTempFile(folder, ".dunnage-", ".part");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft))) {
          content.write(out);
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw unwritten(file, what, e);
    } catch (UncheckedIOException e) {
      throw unwritten(file, what, java.util.Objects.requireNonNull(e.getCause()));
    }
  }

  private static Stop unwritten(Path file, String what, IOException e) {
    return new Stop(
        ExitCode.FAILURE, what + " could not be written to " + file + ": " + e.getMessage());
  }
}
