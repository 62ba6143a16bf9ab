package dunnage.app.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// A form that comes back with what is wrong in it is answered with 422, so that what was written
/// before the fault was found is undone with the transaction.
@Configuration(proxyBeanMethods = false)
class RefusedForms implements WebMvcConfigurer {

  private static final String ERRORS = "errors";

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    Object ignored =
        registry.addInterceptor(
            new HandlerInterceptor() {
              @Override
              public void postHandle(
                  HttpServletRequest request,
                  HttpServletResponse response,
                  Object handler,
                  @Nullable ModelAndView shown) {
                boolean refused =
                    shown != null
                        && shown.getModel().get(ERRORS) instanceof Collection<?> errors
                        && !errors.isEmpty();
                if (refused && response.getStatus() == HttpStatus.OK.value()) {
                  response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                }
              }
            });
  }
}
