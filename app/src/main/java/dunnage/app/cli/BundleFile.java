package dunnage.app.cli;

import dunnage.kernel.evidence.ByteSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.function.Consumer;

/// The file of a bundle: written beside its place, forced to the disk and then moved there in one
/// step, so that it is whole or is not there.
final class BundleFile {

  private static final int BUFFER_BYTES = 1 << 16;

  /// What became of it.
  enum Outcome {
    WRITTEN,
    SAME_AS_BEFORE
  }

  private BundleFile() {}

  /// @param replace whether a bundle that differs may give way
  /// @param before called when all is written, just before it is put in its place
  /// @throws Stop if another file is there or it cannot be written
  static Outcome write(Path file, boolean replace, Consumer<ByteSink> content, Runnable before) {
    try {
      Path folder = Objects.requireNonNull(file.getParent(), "checked before");
      Path draft = Files.createTempFile(folder, ".dunnage-", ".part");
      try {
        fill(draft, content);
        before.run();
        return place(draft, file, replace);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new Stop(
          ExitCode.FAILURE, "The bundle could not be written to " + file + ": " + e.getMessage());
    }
  }

  private static void fill(Path draft, Consumer<ByteSink> content) throws IOException {
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
        OutputStream out =
            new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES)) {
      content.accept(
          (bytes, offset, count) -> {
            try {
              out.write(bytes, offset, count);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      out.flush();
      channel.force(true);
    }
  }

  private static Outcome place(Path draft, Path file, boolean replace) throws IOException {
    if (Files.exists(file)) {
      if (Files.mismatch(draft, file) < 0) {
        return Outcome.SAME_AS_BEFORE;
      }
      if (!replace) {
        throw new Stop(
            ExitCode.REFUSED,
            file
                + " is there already and differs. Evidence is not overwritten in silence: choose another"
                + " name with --out, or say --replace.");
      }
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    return Outcome.WRITTEN;
  }
}
