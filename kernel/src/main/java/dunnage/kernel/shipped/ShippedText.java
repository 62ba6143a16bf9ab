package dunnage.kernel.shipped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The text of a table that ships with the code. What is missing or broken there is a bug, not
/// input.
public final class ShippedText {

  private ShippedText() {}

  /// The whole text, UTF-8.
  ///
  /// @param owner the class beside which it ships
  /// @param file its name with its ending
  /// @throws IllegalStateException if it did not ship
  public static String of(Class<?> owner, String file) {
    try (InputStream in = owner.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the table " + file + " did not ship");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
