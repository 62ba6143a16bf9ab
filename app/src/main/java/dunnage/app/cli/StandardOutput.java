package dunnage.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Standard output that remembers why it failed. After the first failure the rest is dropped: a
/// reader like `head` that has seen enough is no error, a full disk is one.
final class StandardOutput extends OutputStream {

  private final OutputStream to;
  private @Nullable IOException failure;

  StandardOutput(OutputStream to) {
    this.to = to;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    if (failure == null) {
      try {
        to.write(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
      }
    }
  }

  /// The sentence to say, or null when all went out or the reader had seen enough.
  @Nullable String problem() {
    if (failure == null) {
      return null;
    }
    String reason = String.valueOf(failure.getMessage());
    return reason.toLowerCase(Locale.ROOT).contains("pipe")
        ? null
        : "The output could not be written: " + reason;
  }
}
