package dunnage.app.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// What every request passes first: its id, the headers of its answer, whether it means this
/// server, whether it is too large.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Gate extends OncePerRequestFilter {

  private static final String MACHINERY = "/actuator";
  private static final String UPLOAD = "/imports";

  /// Pages whose forms send files.
  private static final Set<String> PARTED = Set.of(UPLOAD, "/documents");

  private static final Set<String> FILES = Set.of("/api/v1/imports", UPLOAD);
  private static final String HEALTH = MACHINERY + "/health";

  private final HostNames hosts;
  private final long bodyBytes;
  private final long fileBytes;

  Gate(Settings settings) {
    this.hosts = HostNames.of(settings);
    this.bodyBytes = settings.bodyBytes();
    this.fileBytes = settings.importBytes();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean errorPage = request.getDispatcherType() == DispatcherType.ERROR;
    String id =
        errorPage && request.getAttribute(RequestId.FIELD) instanceof String known
            ? known
            : RequestId.of(request.getHeader(RequestId.HEADER));
    MDC.put(RequestId.FIELD, id);
    // kept for the error page, which is a pass of its own
    request.setAttribute(RequestId.FIELD, id);
    response.setHeader(RequestId.HEADER, id);
    guard(response);
    try {
      if (errorPage) {
        chain.doFilter(request, response);
      } else {
        pass(request, response, chain);
      }
    } finally {
      MDC.remove(RequestId.FIELD);
    }
  }

  private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!hosts.know(request.getHeader("Host"))) {
      refuse(
          request,
          response,
          new Problem(
              HttpStatus.MISDIRECTED_REQUEST,
              "host_unknown",
              "This server is not called that. Name it with DUNNAGE_HOSTS if it should be."));
    } else if (namesNoType(request.getContentType())) {
      refuse(
          request,
          response,
          unsupported("Content-Type holds a *; say what the body is, like application/json."));
    } else if (isParted(request.getContentType()) && !PARTED.contains(request.getServletPath())) {
      refuse(
          request,
          response,
          unsupported("Parts are taken by pages alone; send the body as it is."));
    } else if (request.getContentLengthLong() > most(request)) {
      refuse(request, response, LimitedRequest.tooLarge(most(request)));
    } else if (forThisMachine(request.getServletPath()) && !fromHere(request)) {
      // as if there were none: what it says is nobody's business elsewhere
      response.sendError(HttpStatus.NOT_FOUND.value());
    } else {
      chain.doFilter(new LimitedRequest(request, most(request)), response);
    }
  }

  private static Problem unsupported(String sentence) {
    return new Problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", sentence);
  }

  private static boolean isParted(@Nullable String contentType) {
    return contentType != null
        && contentType.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /// A pattern is for what one accepts, and is taken for a fault of ours further in.
  private static boolean namesNoType(@Nullable String contentType) {
    return contentType != null && contentType.contains("*");
  }

  /// A file may be larger than what is held in memory, since it is kept piece by piece.
  private long most(HttpServletRequest request) {
    return FILES.contains(request.getServletPath()) ? fileBytes : bodyBytes;
  }

  /// @param path decoded and without `..`, `//` or parameters, as the container hands it on
  static boolean forThisMachine(String path) {
    return path.startsWith(MACHINERY) && !path.equals(HEALTH) && !path.startsWith(HEALTH + "/");
  }

  private static boolean fromHere(HttpServletRequest request) throws IOException {
    return java.net.InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    request.setAttribute(Problem.CODE, problem.code());
    response.sendError(problem.status().value(), problem.getMessage());
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  /// Nothing may be loaded, framed, sniffed, kept or sent on.
  static void guard(HttpServletResponse response) {
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    response.setHeader("Cache-Control", "no-store");
  }
}
