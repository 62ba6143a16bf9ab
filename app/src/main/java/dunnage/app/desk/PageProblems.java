package dunnage.app.desk;

import dunnage.app.platform.Problem;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;

/// What a page says when it cannot be shown: what happened, what to do, and the id of the request.
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems {

  private final Wrongs wrongs;
  private final Shell shell;

  PageProblems(Wrongs wrongs, Shell shell) {
    this.wrongs = wrongs;
    this.shell = shell;
  }

  /// A field that is none, like a page asked for by a mistyped address.
  @ExceptionHandler({
    MissingServletRequestParameterException.class,
    MissingServletRequestPartException.class,
    MethodArgumentTypeMismatchException.class
  })
  ModelAndView malformed(
      Exception wrong,
      Locale locale,
      jakarta.servlet.http.HttpServletRequest request,
      jakarta.servlet.http.HttpServletResponse response) {
    Problem problem =
        new Problem(HttpStatus.BAD_REQUEST, "invalid", String.valueOf(wrong.getMessage()));
    return problem(problem, locale, request, response);
  }

  @ExceptionHandler(Problem.class)
  ModelAndView problem(
      Problem problem,
      Locale locale,
      jakarta.servlet.http.HttpServletRequest request,
      jakarta.servlet.http.HttpServletResponse response) {
    shell.policy(response);
    ModelAndView page = new ModelAndView("problem");
    page.setStatus(problem.status());
    page.addAllObjects(
        Map.of(
            "sentence",
            wrongs.code(problem.code(), problem.getMessage(), locale),
            "code",
            problem.code(),
            "notFound",
            problem.status() == HttpStatus.NOT_FOUND,
            "request",
            String.valueOf(request.getAttribute("request_id")),
            "w",
            shell.written(locale),
            "language",
            shell.language(locale),
            "theme",
            shell.theme(request),
            "assets",
            shell.assets(),
            "address",
            shell.address(request),
            "rail",
            shell.rail(request)));
    page.addObject("icons", shell.icons());
    page.addObject("searched", "");
    page.addObject("reader", shell.reader());
    return page;
  }
}
