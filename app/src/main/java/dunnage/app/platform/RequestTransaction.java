package dunnage.app.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/// One request, one transaction of the caller's organisation. The body is read before it begins and
/// the answer is sent after it is committed, so that a slow caller holds no connection and nobody
/// is told of what did not last. An answer of 400 or more undoes everything.
///
/// [OwnTransactions] are no part of it, and nothing else is left out: neither the type of a body
/// nor another way to write an address lets a handler run without its transaction.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class RequestTransaction extends OncePerRequestFilter {

  /// What is asked of the machinery belongs to no organisation.
  private static final List<String> NOBODYS = List.of("/assets/", "/actuator", "/v3/", "/error");

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int FIRST_ERROR = 400;

  private final Tenancy tenancy;
  private final Idempotency idempotency;
  private final List<OwnTransactions> own;
  private final JsonMapper json;
  private final HandlerExceptionResolver problems;

  RequestTransaction(
      Tenancy tenancy,
      Idempotency idempotency,
      List<OwnTransactions> own,
      JsonMapper json,
      @org.springframework.beans.factory.annotation.Qualifier("handlerExceptionResolver")
          HandlerExceptionResolver problems) {
    this.tenancy = tenancy;
    this.idempotency = idempotency;
    this.own = List.copyOf(own);
    this.json = json;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getServletPath();
    return NOBODYS.stream().anyMatch(path::startsWith)
        || caller() == null
        || own.stream().anyMatch(some -> some.covers(request.getServletPath()));
  }

  private static @Nullable Caller caller() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication != null && authentication.getPrincipal() instanceof Caller caller
        ? caller
        : null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Caller caller = Objects.requireNonNull(caller());
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    try {
      String type = request.getContentType();
      if (type != null && type.startsWith(FORM)) {
        Object ignored = request.getParameterMap(); // read before its bytes are gone
      }
      Read read = new Read(request, request.getInputStream().readAllBytes());
      tenancy.in(
          caller.organisation(),
          () -> {
            answer(read, answer, caller, chain);
            return answer;
          });
    } catch (UncheckedIOException broken) {
      throw broken.getCause();
    } catch (RuntimeException failed) {
      // the commit itself, a body that is too large, a key that is taken
      answer.reset();
      Gate.guard(answer);
      answer.setHeader(RequestId.HEADER, RequestId.current());
      if (problems.resolveException(request, answer, null, failed) == null) {
        throw failed;
      }
    }
    answer.copyBodyToResponse();
  }

  private void answer(
      Read request, ContentCachingResponseWrapper answer, Caller caller, FilterChain chain) {
    String key = request.getMethod().equals("POST") ? request.getHeader(Idempotency.HEADER) : null;
    try {
      if (key == null) {
        chain.doFilter(request, answer);
      } else {
        String query = request.getQueryString();
        String address = request.getRequestURI() + (query == null ? "" : "?" + query);
        byte[] hash = Idempotency.hash(caller.actor(), "POST", address, request.body);
        var before = idempotency.begin(key, hash);
        if (before.isPresent()) {
          replay(before.get(), answer);
          return;
        }
        chain.doFilter(request, answer);
        if (answer.getStatus() < FIRST_ERROR) {
          idempotency.end(key, kept(request, answer));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (ServletException bug) {
      throw new IllegalStateException(bug);
    }
    if (answer.getStatus() >= FIRST_ERROR) {
      tenancy.rollBack();
    }
  }

  private Idempotency.Answer kept(
      HttpServletRequest request, ContentCachingResponseWrapper answer) {
    Object instead = ShownOnce.instead(request);
    return new Idempotency.Answer(
        answer.getStatus(),
        Objects.requireNonNullElse(answer.getContentType(), ""),
        Objects.requireNonNullElse(answer.getHeader(HttpHeaders.LOCATION), ""),
        Objects.requireNonNullElse(answer.getHeader(HttpHeaders.ETAG), ""),
        instead == null ? answer.getContentAsByteArray() : json.writeValueAsBytes(instead));
  }

  private static void replay(Idempotency.Answer before, ContentCachingResponseWrapper answer)
      throws IOException {
    answer.setStatus(before.status());
    if (!before.contentType().isEmpty()) {
      answer.setContentType(before.contentType());
    }
    if (!before.location().isEmpty()) {
      answer.setHeader(HttpHeaders.LOCATION, before.location());
    }
    if (!before.etag().isEmpty()) {
      answer.setHeader(HttpHeaders.ETAG, before.etag());
    }
    answer.setHeader("Idempotent-Replayed", "true");
    answer.getOutputStream().write(before.body());
  }

  /// A request whose body was read beforehand.
  private static final class Read extends HttpServletRequestWrapper {

    private final byte[] body;

    Read(HttpServletRequest request, byte[] body) {
      super(request);
      this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
      ByteArrayInputStream bytes = new ByteArrayInputStream(body);
      return new ServletInputStream() {
        @Override
        public int read() {
          return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
          return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
          return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException("the body is there already");
        }
      };
    }

    @Override
    public BufferedReader getReader() {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }
}
