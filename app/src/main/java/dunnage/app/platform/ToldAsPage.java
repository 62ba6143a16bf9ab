package dunnage.app.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// Tells a problem to a person before a browser; implemented where pages are made.
public interface ToldAsPage {

  /// What went wrong.
  ///
  /// @param sentence what happened, in English; null where the code says enough
  record Wrong(int status, String code, @Nullable String sentence) {}

  /// The page, with its headers on the answer; empty where none can be made.
  Optional<String> page(Wrong wrong, HttpServletRequest request, HttpServletResponse response);

  /// What only programs ask for, whatever they say they accept.
  List<String> PROGRAMS = List.of("/api", "/assets", "/actuator", "/v3");

  /// Whether a browser asks for a page: it names HTML, and no other form it likes more. `*/*` is
  /// what programs send.
  static boolean wanted(HttpServletRequest request) {
    Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = failed instanceof String first ? first : request.getServletPath();
    boolean program =
        PROGRAMS.stream().anyMatch(some -> path.equals(some) || path.startsWith(some + "/"));
    return !program && prefersHtml(request);
  }

  private static boolean prefersHtml(HttpServletRequest request) {
    double html = 0;
    double json = 0;
    try {
      List<String> accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
      for (MediaType type : MediaType.parseMediaTypes(accepted)) {
        if (type.isWildcardType() || type.isWildcardSubtype()) {
          continue;
        }
        if (type.isCompatibleWith(MediaType.TEXT_HTML)) {
          html = Math.max(html, type.getQualityValue());
        } else if (type.getSubtype().endsWith("json")) {
          json = Math.max(json, type.getQualityValue());
        }
      }
    } catch (InvalidMediaTypeException garbled) {
      return false;
    }
    return html > 0 && html >= json;
  }
}
