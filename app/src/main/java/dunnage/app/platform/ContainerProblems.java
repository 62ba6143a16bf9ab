package dunnage.app.platform;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/// Requests so broken that the container answers before any of our parts is asked, like a path that
/// is none: a problem here too, and not a page of HTML.
final class ContainerProblems extends ErrorReportValve {

  private static final int FIRST_ERROR = 400;

  /// Puts it innermost, so that it speaks before any other.
  @Component
  static final class Installer
      implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
      factory.addContextCustomizers(
          context -> {
            if (context.getParent() instanceof StandardHost host) {
              host.setErrorReportValveClass("");
              host.getPipeline().addValve(new ContainerProblems());
            }
          });
    }
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable cause) {
    int number = response.getStatus();
    if (number < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    HttpStatus status = HttpStatus.resolve(number);
    String id = RequestId.of(response.getHeader(RequestId.HEADER));
    response.setHeader(RequestId.HEADER, id);
    Gate.guard(response);
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    try {
      // every part is a word of ours, so nothing needs escaping
      response
          .getReporter()
          .write(
              "{\"title\":\"%s\",\"status\":%d,\"code\":\"%s\",\"request_id\":\"%s\"}"
                  .formatted(
                      status == null ? "Error" : status.getReasonPhrase(),
                      number,
                      Problem.codeOf(number),
                      id));
      response.finishResponse();
    } catch (IOException | IllegalStateException gone) {
      // whoever asked has left; there is nobody to tell
      return;
    }
  }
}
