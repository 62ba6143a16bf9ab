package dunnage.app.desk;

import dunnage.app.platform.Problem;
import dunnage.app.platform.ToldAsPage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateEngineException;

/// What a page says when it cannot be shown: what happened, what to do, and the id of the request.
@ControllerAdvice(annotations = Page.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageProblems implements ToldAsPage {

  private final Wrongs wrongs;
  private final PageWords words;
  private final Shell shell;
  private final ITemplateEngine templates;

  PageProblems(Wrongs wrongs, PageWords words, Shell shell, ITemplateEngine templates) {
    this.wrongs = wrongs;
    this.words = words;
    this.shell = shell;
    this.templates = templates;
  }

  /// A field that is none, like a page asked for by a mistyped address.
  @ExceptionHandler({
    MissingServletRequestParameterException.class,
    MissingServletRequestPartException.class,
    MethodArgumentTypeMismatchException.class
  })
  ModelAndView malformed(
      Exception wrong, Locale locale, HttpServletRequest request, HttpServletResponse response) {
    Problem problem =
        new Problem(HttpStatus.BAD_REQUEST, "invalid", String.valueOf(wrong.getMessage()));
    return problem(problem, locale, request, response);
  }

  @ExceptionHandler(Problem.class)
  ModelAndView problem(
      Problem problem, Locale locale, HttpServletRequest request, HttpServletResponse response) {
    shell.policy(response);
    Reader reader = shell.reader();
    Wrong wrong = new Wrong(problem.status().value(), problem.code(), problem.getMessage());
    ModelAndView page = new ModelAndView(template(reader));
    page.setStatus(problem.status());
    page.addAllObjects(model(wrong, reader, locale, request));
    return page;
  }

  private static String template(@Nullable Reader reader) {
    return reader == null ? "problem-alone" : "problem";
  }

  /// What the page says of anything that went wrong outside of pages or unexpectedly.
  @Override
  public Optional<String> page(
      Wrong wrong, HttpServletRequest request, HttpServletResponse response) {
    try {
      Reader reader = reader();
      Locale locale = locale(reader, request);
      Context model = new Context(locale);
      model.setVariables(model(wrong, reader, locale, request));
      String page = templates.process(template(reader), model);
      shell.policy(response);
      return Optional.of(page);
    } catch (TemplateEngineException broken) {
      return Optional.empty(); // it is told to programs then, which needs less
    }
  }

  /// Nobody where even that cannot be known: the database may be what went wrong.
  private @Nullable Reader reader() {
    try {
      return shell.reader();
    } catch (DataAccessException | TransactionException | IllegalStateException away) {
      return null;
    }
  }

  private static Locale locale(@Nullable Reader reader, HttpServletRequest request) {
    return Shell.Languages.of(() -> Optional.ofNullable(reader), request);
  }

  private Map<String, @Nullable Object> model(
      Wrong wrong, @Nullable Reader reader, Locale locale, HttpServletRequest request) {
    boolean asked =
        request.getDispatcherType() == DispatcherType.REQUEST && request.getMethod().equals("GET");
    Map<String, @Nullable Object> model = new HashMap<>();
    model.put("sentence", sentence(wrong, locale));
    model.put("code", wrong.code());
    model.put("notFound", wrong.status() == HttpStatus.NOT_FOUND.value());
    model.put("request", String.valueOf(request.getAttribute("request_id")));
    model.put("w", shell.written(locale));
    model.put("language", shell.language(locale));
    model.put("theme", shell.theme(request));
    model.put("keys", shell.keys(request));
    model.put("assets", shell.assets());
    // where a form was sent to is nothing to come back to
    model.put("address", asked ? shell.address(request) : "/");
    model.put("rail", reader == null ? List.of() : shell.rail(request));
    model.put("icons", shell.icons());
    model.put("searched", "");
    model.put("reader", reader);
    return model;
  }

  private String sentence(Wrong wrong, Locale locale) {
    String key = "problem." + wrong.code();
    if (words.has(key, locale)) {
      return words.say(locale, key);
    }
    if (wrong.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
      return words.say(locale, "problem.internal_error");
    }
    String english = wrong.sentence();
    return english == null || english.isBlank()
        ? words.say(locale, "problem.invalid")
        : wrongs.code(wrong.code(), english, locale);
  }
}
