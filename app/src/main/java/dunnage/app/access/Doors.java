package dunnage.app.access;

import dunnage.app.desk.DeskPages;
import dunnage.app.platform.OwnTransactions;
import dunnage.app.platform.Problem;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/// Which addresses need a sign-in, and how a request shows whose it is: by a token, or by the
/// cookie of a session together with a proof that a page of ours made the browser ask.
@Configuration(proxyBeanMethods = false)
class Doors {

  private static final String BEARER = "Bearer ";

  /// Addresses of the API that are there to get in. Who asks is nobody yet, whatever else they
  /// show.
  private static final Set<String> OPEN =
      Set.of(
          "/api/v1/organisations",
          "/api/v1/sessions",
          "/api/v1/invitations/accept",
          "/sign-in",
          "/join");

  /// What one may ask without being anybody: the machinery, which guards itself.
  private static final String[] FREE = {
    "/sign-in",
    "/assets/**",
    "/actuator/**",
    "/v3/**",
    "/error",
    "/language",
    "/theme",
    "/keys",
    "/style",
    "/join"
  };

  private static final String API = "/api/";

  /// The other organisations of a person are looked at, or an attempt must stay counted.
  @Bean
  OwnTransactions ownTransactionsOfAccess() {
    return new OwnTransactions(
        Set.of(
            "/api/v1/me",
            "/api/v1/me/password",
            "/api/v1/sessions/current/organisation",
            "/settings/me/password",
            "/settings/organisations"));
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      Tokens tokens,
      Sessions sessions,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    return http.csrf(AbstractHttpConfigurer::disable) // the proof of origin below stands for it
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(AbstractHttpConfigurer::disable) // every answer has them from the gate
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .addFilterBefore(
            new Credentials(tokens, sessions, problems), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            who ->
                who.requestMatchers(HttpMethod.POST, OPEN.toArray(String[]::new))
                    .permitAll()
                    .requestMatchers("/api/**")
                    .authenticated()
                    .requestMatchers(FREE)
                    .permitAll()
                    .requestMatchers(page())
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(
                    (request, response, no) -> {
                      if (!request.getServletPath().startsWith(API)) {
                        response.sendRedirect("/sign-in?to=" + SignInPage.encoded(request));
                        return;
                      }
                      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                      response.sendError(HttpStatus.UNAUTHORIZED.value());
                    }))
        .build();
  }

  /// Pages are for people, who are asked to sign in; whatever else is not there is not there.
  private static RequestMatcher page() {
    return request -> {
      String path = request.getServletPath();
      return path.equals("/")
          || DeskPages.PATHS.stream().anyMatch(p -> path.equals(p) || path.startsWith(p + "/"));
    };
  }

  /// Reads `Authorization: Bearer dun_…`, else the cookie.
  private static final class Credentials extends OncePerRequestFilter {

    private final Tokens tokens;
    private final Sessions sessions;
    private final HandlerExceptionResolver problems;

    Credentials(Tokens tokens, Sessions sessions, HandlerExceptionResolver problems) {
      this.tokens = tokens;
      this.sessions = sessions;
      this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
      return request.getMethod().equals(HttpMethod.POST.name())
          && OPEN.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String header = request.getHeader(HttpHeaders.AUTHORIZATION);
      if (header != null) {
        if (header.startsWith(BEARER)) {
          tokens.actor(header.substring(BEARER.length()).strip()).ifPresent(Doors::signIn);
        }
      } else {
        Optional<Actor> actor = SessionCookie.read(request).flatMap(sessions::actor);
        if (actor.isPresent()
            && !SessionCookie.safe(request)
            && !SessionCookie.fromOurPage(request)) {
          problems.resolveException(request, response, null, crossSite());
          return;
        }
        actor.ifPresent(Doors::signIn);
      }
      chain.doFilter(request, response);
    }
  }

  static Problem crossSite() {
    return new Problem(
        HttpStatus.FORBIDDEN,
        "cross_site",
        "A page of another site made the browser ask, or the browser does not say which page did.");
  }

  static void signIn(Actor actor) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(actor, null, Set.of()));
    SecurityContextHolder.setContext(context);
  }
}
