package dunnage.app.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A page of a list.
///
/// @param data in the order of the list
/// @param hasMore whether more follow
/// @param next what to give as `after` for those; null when none follow
public record Listing<T>(List<T> data, boolean hasMore, @Nullable String next) {

  public static final int LIMIT = 50;
  public static final int MOST = 500;

  /// How many to show.
  ///
  /// @throws Problem 422 unless it is from 1 to [#MOST]
  public static int limit(@Nullable Integer wanted) {
    if (wanted == null) {
      return LIMIT;
    }
    if (wanted < 1 || wanted > MOST) {
      throw Problem.invalid("limit", "limit is " + wanted, "Give a number from 1 to " + MOST + ".");
    }
    return wanted;
  }

  /// @param rows up to one more than `limit`, by which it is known that more follow
  /// @param cursor the place of a row, see [Cursor]
  public static <T> Listing<T> of(List<T> rows, int limit, Function<T, String> cursor) {
    boolean more = rows.size() > limit;
    List<T> data = more ? List.copyOf(rows.subList(0, limit)) : List.copyOf(rows);
    return new Listing<>(data, more, more ? cursor.apply(data.getLast()) : null);
  }
}
