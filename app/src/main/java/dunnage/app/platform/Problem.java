package dunnage.app.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A request that is answered with a no: which status, which code for programs, which sentence for
/// people. Becomes `application/problem+json` (RFC 9457).
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Request attribute under which a code waits for the error page.
  static final String CODE = Problem.class.getName() + ".code";

  /// What is wrong with one part of a request.
  ///
  /// @param pointer where, as a JSON pointer into the body (`/amount/currency`), or the name of a
  ///   parameter
  /// @param message what was seen
  /// @param hint how to mend it; may be empty
  public record Wrong(String pointer, String message, String hint) {}

  private final HttpStatus status;
  private final String code;
  private final transient List<Wrong> errors;
  private final transient Map<String, Object> more;
  private final long retryAfterSeconds;

  /// @param code in words joined by underscores, like `body_too_large`; a contract
  public Problem(HttpStatus status, String code, String sentence) {
    this(status, code, sentence, List.of(), Map.of(), 0);
  }

  private Problem(
      HttpStatus status,
      String code,
      String sentence,
      List<Wrong> errors,
      Map<String, Object> more,
      long retryAfterSeconds) {
    super(sentence, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = List.copyOf(errors);
    this.more = Map.copyOf(more);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /// 422: the request can be read, and what it says cannot be.
  public static Problem invalid(List<Wrong> errors) {
    Wrong first = errors.getFirst();
    String where = first.pointer().isEmpty() ? "" : first.pointer() + ": ";
    String more = errors.size() == 1 ? "" : " (and %d more)".formatted(errors.size() - 1);
    return new Problem(
        HttpStatus.UNPROCESSABLE_CONTENT,
        "invalid",
        where + first.message() + more,
        errors,
        Map.of(),
        0);
  }

  /// 422 for one part.
  public static Problem invalid(String pointer, String message, String hint) {
    return invalid(List.of(new Wrong(pointer, message, hint)));
  }

  /// 404: it is not there, or it is not yours to see; both are answered alike.
  public static Problem notFound(String what) {
    return new Problem(HttpStatus.NOT_FOUND, "not_found", "There is no such " + what + ".");
  }

  /// 409: it cannot be done as things stand.
  public static Problem conflict(String code, String sentence) {
    return new Problem(HttpStatus.CONFLICT, code, sentence);
  }

  /// 403: this caller may not.
  public static Problem forbidden(String sentence) {
    return new Problem(HttpStatus.FORBIDDEN, "forbidden", sentence);
  }

  /// 429: ask again after that time.
  public static Problem tooMany(String sentence, Duration wait) {
    return new Problem(
        HttpStatus.TOO_MANY_REQUESTS,
        "too_many_attempts",
        sentence,
        List.of(),
        Map.of(),
        Math.max(1, wait.plusMillis(999).toSeconds()));
  }

  /// The same problem with one more member for programs, like a list to choose from.
  public Problem with(String name, Object value) {
    Map<String, Object> all = new TreeMap<>(more());
    all.put(name, value);
    return new Problem(status, code, getMessage(), errors(), all, retryAfterSeconds);
  }

  public HttpStatus status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<Wrong> errors() {
    return errors == null ? List.of() : errors;
  }

  /// Further members, by name.
  Map<String, Object> more() {
    return more == null ? Map.of() : more;
  }

  /// How long to wait, or 0.
  long retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /// The sentence for people.
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /// The code of a status that nobody gave a better one.
  static String codeOf(int status) {
    @Nullable HttpStatus known = HttpStatus.resolve(status);
    if (known == null || known == HttpStatus.INTERNAL_SERVER_ERROR) {
      return "internal_error";
    }
    return known == HttpStatus.BAD_REQUEST
        ? "malformed_request"
        : known.name().toLowerCase(java.util.Locale.ROOT);
  }
}
