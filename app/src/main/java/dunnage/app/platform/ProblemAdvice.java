package dunnage.app.platform;

import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/// Whatever goes wrong in a handler becomes a problem with a code and the request's id; what is
/// inside stays in the log under that id.
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

  static final String SORRY =
      "Something went wrong inside Dunnage. The log says what, under this request_id.";

  @ExceptionHandler(Problem.class)
  ResponseEntity<ProblemDetail> known(Problem problem) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(problem.status(), problem.getMessage());
    if (!problem.errors().isEmpty()) {
      body.setProperty("errors", problem.errors());
    }
    problem.more().forEach(body::setProperty);
    HttpHeaders headers = new HttpHeaders();
    if (problem.retryAfterSeconds() > 0) {
      headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(problem.retryAfterSeconds()));
    }
    return answer(body, problem.code(), headers);
  }

  /// The database is away, full, or would have to wait too long: nothing was done, and the caller
  /// may ask again.
  @ExceptionHandler(DataAccessException.class)
  ResponseEntity<ProblemDetail> database(DataAccessException failed, HttpServletRequest request) {
    Problem problem = DatabaseProblems.of(failed);
    if (problem == null) {
      return unexpected(failed, request);
    }
    LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), failed.getMessage());
    return known(problem);
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> unexpected(Exception bug, HttpServletRequest request) {
    LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), bug);
    ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, SORRY);
    return answer(body, Problem.codeOf(body.getStatus()), HttpHeaders.EMPTY);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception cause,
      @Nullable Object given,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable inner = cause; inner != null; inner = inner.getCause()) {
      if (inner instanceof Problem problem) {
        return object(known(problem));
      }
    }
    if (cause.getCause() instanceof DatabindException unreadable) {
      return object(known(BodyProblems.of(unreadable)));
    }
    if (status.is5xxServerError()) {
      LOG.error("A request failed", cause);
    }
    ProblemDetail body =
        given instanceof ProblemDetail detail ? detail : ProblemDetail.forStatus(status);
    if (status.is5xxServerError()) {
      body.setDetail(SORRY);
    }
    return object(answer(body, Problem.codeOf(status.value()), headers));
  }

  private static ResponseEntity<Object> object(ResponseEntity<ProblemDetail> answer) {
    return new ResponseEntity<>(answer.getBody(), answer.getHeaders(), answer.getStatusCode());
  }

  static ResponseEntity<ProblemDetail> answer(
      ProblemDetail body, String code, HttpHeaders headers) {
    body.setProperty("code", code);
    body.setProperty("request_id", RequestId.current());
    return ResponseEntity.status(body.getStatus())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(body);
  }
}
