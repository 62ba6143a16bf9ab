package dunnage.app.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseCookie;

/// What a browser shows instead of a token, and whether the page that made it ask is ours.
final class SessionCookie {

  /// By this prefix browsers take it over TLS alone and for this very host: no neighbouring host
  /// can plant one.
  private static final String OVER_TLS = "__Host-dunnage";

  private static final String PLAIN = "dunnage";

  private SessionCookie() {}

  /// The secret in it, or empty.
  static Optional<String> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    String name = secure(request) ? OVER_TLS : PLAIN;
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /// The secret in it, if it is the way in: a token beside it goes first, and then nobody has
  /// looked whether the cookie is still good.
  static Optional<String> wayIn(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) == null ? read(request) : Optional.empty();
  }

  /// The header that sets it. It ends with the browser; the server ends it before that.
  static String set(HttpServletRequest request, String secret) {
    return cookie(request, secret).build().toString();
  }

  /// The header that takes it away.
  static String clear(HttpServletRequest request) {
    return cookie(request, "").maxAge(Duration.ZERO).build().toString();
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(
      HttpServletRequest request, String secret) {
    boolean secure = secure(request);
    return ResponseCookie.from(secure ? OVER_TLS : PLAIN, secret)
        .httpOnly(true)
        .secure(secure)
        .sameSite("Strict")
        .path("/");
  }

  /// Whether the browser speaks TLS, to us or to a proxy before us. Someone who forges the header
  /// gets a cookie that is guarded more.
  private static boolean secure(HttpServletRequest request) {
    return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
  }

  /// Whether it changes nothing.
  static boolean safe(HttpServletRequest request) {
    String method = request.getMethod();
    return method.equals(HttpMethod.GET.name())
        || method.equals(HttpMethod.HEAD.name())
        || method.equals(HttpMethod.OPTIONS.name());
  }

  /// Whether a page of ours made the browser ask: by what browsers say themselves and pages cannot
  /// forge. Without either word there is no proof.
  static boolean fromOurPage(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin == null) {
      return false;
    }
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
    } catch (IllegalArgumentException noOrigin) {
      return false;
    }
  }

  /// Whether a browser says that a page of somebody else made it ask.
  static boolean fromElsewhere(HttpServletRequest request) {
    boolean says =
        request.getHeader("Sec-Fetch-Site") != null
            || request.getHeader(HttpHeaders.ORIGIN) != null;
    return says && !fromOurPage(request);
  }

  /// Where the request comes from. A proxy on this machine says whom it speaks for; the last
  /// address is the one it saw itself.
  static String networkAddress(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    String forwarded = request.getHeader("X-Forwarded-For");
    boolean here = peer.equals("127.0.0.1") || peer.equals("0:0:0:0:0:0:0:1");
    if (here && forwarded != null && forwarded.length() < 1_000) {
      String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
      return last.matches("[0-9a-fA-F:.]{2,45}") ? last : peer;
    }
    return peer;
  }
}
