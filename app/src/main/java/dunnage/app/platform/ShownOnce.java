package dunnage.app.platform;

import jakarta.servlet.http.HttpServletRequest;

/// An answer with a secret in it, like a new token. What is kept of it for a repeated request with
/// the same `Idempotency-Key` is another body without the secret, so that the secret is in no
/// table.
public final class ShownOnce {

  private static final String INSTEAD = ShownOnce.class.getName() + ".instead";

  private ShownOnce() {}

  /// @param instead the same answer without the secret
  public static void keep(HttpServletRequest request, Object instead) {
    request.setAttribute(INSTEAD, instead);
  }

  /// What is to be kept, or null for the answer itself.
  static @org.jspecify.annotations.Nullable Object instead(HttpServletRequest request) {
    return request.getAttribute(INSTEAD);
  }
}
