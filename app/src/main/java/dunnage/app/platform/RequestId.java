package dunnage.app.platform;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// The id that ties an answer to its lines in the log: the caller's own where it is a plain word,
/// else a new one.
final class RequestId {

  static final String HEADER = "X-Request-Id";
  static final String FIELD = "request_id";

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestId() {}

  /// @param given by the caller; what could forge a line of the log is not taken over
  static String of(@Nullable String given) {
    return given != null && WORD.matcher(given).matches() ? given : UUID.randomUUID().toString();
  }

  /// That of the request being answered by this thread.
  static String current() {
    String id = MDC.get(FIELD);
    return id == null ? "" : id;
  }
}
