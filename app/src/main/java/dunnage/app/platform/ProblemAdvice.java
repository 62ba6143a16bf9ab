package dunnage.app.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/// Whatever goes wrong in a handler becomes a problem with a code and the request's id; what is
/// inside stays in the log under that id.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

  static final String SORRY =
      "Something went wrong inside Dunnage. The log says what, under this request_id.";

  private final ToldAsPage pages;

  ProblemAdvice(ToldAsPage pages) {
    this.pages = pages;
  }

  @ExceptionHandler(Problem.class)
  ResponseEntity<Object> known(
      Problem problem, HttpServletRequest request, HttpServletResponse response) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(problem.status(), problem.getMessage());
    if (!problem.errors().isEmpty()) {
      body.setProperty("errors", problem.errors());
    }
    problem.more().forEach(body::setProperty);
    HttpHeaders headers = new HttpHeaders();
    if (problem.retryAfterSeconds() > 0) {
      headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(problem.retryAfterSeconds()));
    }
    return answer(body, problem.code(), headers, request, response);
  }

  /// The database is away, full, or would have to wait too long: nothing was done, and the caller
  /// may ask again.
  @ExceptionHandler(DataAccessException.class)
  ResponseEntity<Object> database(
      DataAccessException failed, HttpServletRequest request, HttpServletResponse response) {
    Problem problem = DatabaseProblems.of(failed);
    if (problem == null) {
      return unexpected(failed, request, response);
    }
    LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), failed.getMessage());
    return known(problem, request, response);
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<Object> unexpected(
      Exception bug, HttpServletRequest request, HttpServletResponse response) {
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), bug);
    ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, SORRY);
    return answer(body, Problem.codeOf(body.getStatus()), HttpHeaders.EMPTY, request, response);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception cause,
      @Nullable Object given,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest within) {
    HttpServletRequest request = ((ServletWebRequest) within).getRequest();
    HttpServletResponse response =
        Objects.requireNonNull(((ServletWebRequest) within).getResponse());
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      if (inner instanceof Problem problem) {
        return known(problem, request, response);
      }
    }
    if (cause.getCause() instanceof DatabindException unreadable) {
      return known(BodyProblems.of(unreadable), request, response);
    }
    if (status.is5xxServerError()) {
      LOG.error("A request failed", cause);
    }
    ProblemDetail body =
        given instanceof ProblemDetail detail ? detail : ProblemDetail.forStatus(status);
    if (status.is5xxServerError()) {
      body.setDetail(SORRY);
    }
    return answer(body, Problem.codeOf(status.value()), headers, request, response);
  }

  /// As a page for whoever asks with a browser, else for programs.
  ResponseEntity<Object> answer(
      ProblemDetail body,
      String code,
      HttpHeaders headers,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (ToldAsPage.wanted(request)) {
      Optional<String> page =
          pages.page(
              new ToldAsPage.Wrong(body.getStatus(), code, body.getDetail()), request, response);
      if (page.isPresent()) {
        return ResponseEntity.status(body.getStatus())
            .headers(headers)
            .contentType(HTML)
            .body(page.get());
      }
    }
    body.setProperty("code", code);
    body.setProperty("request_id", RequestId.current());
    return ResponseEntity.status(body.getStatus())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body);
  }
}
