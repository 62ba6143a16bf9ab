package dunnage.app.platform;

import org.springframework.http.HttpStatus;

/// A request that is answered with a no: which status, which code for programs, which sentence for
/// people. Becomes `application/problem+json` (RFC 9457).
public final class Problem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Request attribute under which a code waits for the error page.
  static final String CODE = Problem.class.getName() + ".code";

  private final HttpStatus status;
  private final String code;

  /// @param code in words joined by underscores, like `body_too_large`; a contract
  public Problem(HttpStatus status, String code, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
    this.code = code;
  }

  HttpStatus status() {
    return status;
  }

  String code() {
    return code;
  }

  /// The code of a status that nobody gave a better one.
  static String codeOf(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    if (known == null || known == HttpStatus.INTERNAL_SERVER_ERROR) {
      return "internal_error";
    }
    return known == HttpStatus.BAD_REQUEST
        ? "malformed_request"
        : known.name().toLowerCase(java.util.Locale.ROOT);
  }
}
