package dunnage.app.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Problems outside of any handler: a filter's no, a bug in a filter, whatever the container
/// refuses.
@RestController
class ProblemPage implements ErrorController {

  private final ProblemAdvice advice;

  ProblemPage(ProblemAdvice advice) {
    this.advice = advice;
  }

  @RequestMapping("/error")
  ResponseEntity<Object> problem(HttpServletRequest request, HttpServletResponse response) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // asked for by its address, and not because something went wrong
    int number = status instanceof Integer given ? given : HttpStatus.NOT_FOUND.value();
    Object code = request.getAttribute(Problem.CODE);
    Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
    ProblemDetail body = ProblemDetail.forStatus(HttpStatusCode.valueOf(number));
    if (number >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
      body.setDetail(ProblemAdvice.SORRY);
    } else if (code != null && message instanceof String sentence) {
      body.setDetail(sentence);
    }
    return advice.answer(
        body,
        code instanceof String given ? given : Problem.codeOf(number),
        HttpHeaders.EMPTY,
        request,
        response);
  }
}
