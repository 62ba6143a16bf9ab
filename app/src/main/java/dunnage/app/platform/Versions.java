package dunnage.app.platform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// Two people editing the same thing: an answer carries the version of its row as `ETag: "3"`, an
/// edit says by `If-Match: "3"` which version it was made from, and one made from an older version
/// is refused instead of undoing what someone else wrote meanwhile.
///
/// ```java
/// int seen = Versions.seen(ifMatch);             // 428 without
/// if (table.update(id, change, seen) == 0) {     // … WHERE … AND version = :seen
///   throw Versions.changed();                    // 412
/// }
/// return Versions.answer(seen + 1, changed);
/// ```
public final class Versions {

  /// The header of an edit.
  public static final String IF_MATCH = "If-Match";

  /// Also in the weak form: a proxy that compresses answers makes tags weak, and ours name a
  /// version of the row and no bytes.
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,9})\"");

  private Versions() {}

  /// The version an edit was made from.
  ///
  /// @param ifMatch the header `If-Match`, or null
  /// @throws Problem 428 if it is not said, 412 if it is none of ours
  public static int seen(@Nullable String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      throw new Problem(
          HttpStatus.PRECONDITION_REQUIRED,
          "precondition_required",
          "Say which version you change: read it, and send its ETag as If-Match.");
    }
    Matcher tag = TAG.matcher(ifMatch.strip());
    if (!tag.matches()) {
      throw changed();
    }
    return Integer.parseInt(tag.group(1));
  }

  /// The same, checked against the version that is there.
  ///
  /// @throws Problem 428 if it is not said, 412 if it is another
  public static void check(@Nullable String ifMatch, int version) {
    if (seen(ifMatch) != version) {
      throw changed();
    }
  }

  /// 412: someone else was faster.
  public static Problem changed() {
    return new Problem(
        HttpStatus.PRECONDITION_FAILED,
        "precondition_failed",
        "It was changed since you read it, and nothing was written. Read it again and repeat the"
            + " change on what is there now.");
  }

  /// 200 with the version as `ETag`.
  public static <T> ResponseEntity<T> answer(int version, T body) {
    return ResponseEntity.ok().eTag(tag(version)).body(body);
  }

  /// The header `ETag` of a version.
  public static String tag(int version) {
    return "\"" + version + "\"";
  }
}
