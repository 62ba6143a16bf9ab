package dunnage.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that may be looked at more than once. A pipe gives its bytes only once, so they are put
/// aside first; a file proper is taken as it is.
final class OnceReadable implements AutoCloseable {

  /// More than this is not put aside; a pipe may never end.
  static final long MAX_BYTES = 4L << 30;

  /// The pipe gave more than [#MAX_BYTES].
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final Path file;
  private final boolean aside;

  private OnceReadable(Path file, boolean aside) {
    this.file = file;
    this.aside = aside;
  }

  static OnceReadable of(Path file) throws IOException {
    if (Files.isRegularFile(file) || Files.isDirectory(file) || !Files.exists(file)) {
      return new OnceReadable(file, false);
    }
    OnceReadable copy = new OnceReadable(Files.createTempFile("dunnage", ".pipe"), true);
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = Files.newOutputStream(copy.file)) {
      byte[] chunk = new byte[1 << 16];
      long total = 0;
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        total += n;
        if (total > MAX_BYTES) {
          throw new TooLarge();
        }
        out.write(chunk, 0, n);
      }
      return copy;
    } catch (IOException failed) {
      copy.close();
      throw failed;
    }
  }

  Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    if (aside) {
      Files.deleteIfExists(file);
    }
  }
}
