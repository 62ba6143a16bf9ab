package dunnage.app.platform;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The place in a list after which a page starts: the sort keys of the last row shown, so that rows
/// added meanwhile are neither skipped nor shown twice.
public final class Cursor {

  private static final String BETWEEN = "\u001f";
  private static final int LONGEST = 4_000;

  private Cursor() {}

  public static String of(Object... keys) {
    StringBuilder text = new StringBuilder();
    for (Object key : keys) {
      text.append(text.isEmpty() ? "" : BETWEEN).append(key);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /// The keys, or none for the beginning of the list.
  ///
  /// @throws Problem 422 if it is not a cursor of so many keys
  public static List<String> keys(@Nullable String cursor, int count) {
    if (cursor == null) {
      return List.of();
    }
    if (cursor.length() <= LONGEST) {
      try {
        String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        List<String> keys = List.of(text.split(BETWEEN, -1));
        if (keys.size() == count) {
          return keys;
        }
      } catch (IllegalArgumentException notBase64) {
        throw unknown();
      }
    }
    throw unknown();
  }

  private static Problem unknown() {
    return Problem.invalid(
        "after", "after is no place in this list", "Give the next of the page before.");
  }
}
