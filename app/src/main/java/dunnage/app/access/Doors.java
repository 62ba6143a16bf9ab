package dunnage.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
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
import org.springframework.web.filter.OncePerRequestFilter;

/// Which addresses need a sign-in, and how a request shows whose it is.
@Configuration(proxyBeanMethods = false)
class Doors {

  private static final String BEARER = "Bearer ";

  /// Addresses of the API that are there to get in.
  static final String[] OPEN = {
    "/api/v1/organisations", "/api/v1/sessions", "/api/v1/invitations/accept"
  };

  @Bean
  SecurityFilterChain securityFilterChain(HttpSecurity http, Tokens tokens) {
    return http.csrf(AbstractHttpConfigurer::disable) // a token is not sent by a browser unasked
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(AbstractHttpConfigurer::disable) // every answer has them from the gate
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .addFilterBefore(new ByToken(tokens), AnonymousAuthenticationFilter.class)
        .authorizeHttpRequests(
            who ->
                who.requestMatchers(HttpMethod.POST, OPEN)
                    .permitAll()
                    .requestMatchers("/api/**")
                    .authenticated()
                    .anyRequest()
                    .permitAll())
        .exceptionHandling(
            e ->
                e.authenticationEntryPoint(
                    (request, response, no) -> {
                      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                      response.sendError(HttpStatus.UNAUTHORIZED.value());
                    }))
        .build();
  }

  /// Reads `Authorization: Bearer dun_…`.
  private static final class ByToken extends OncePerRequestFilter {

    private final Tokens tokens;

    ByToken(Tokens tokens) {
      this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
      String header = request.getHeader(HttpHeaders.AUTHORIZATION);
      if (header != null && header.startsWith(BEARER)) {
        Optional<Actor> actor = tokens.actor(header.substring(BEARER.length()).strip());
        actor.ifPresent(Doors::signIn);
      }
      chain.doFilter(request, response);
    }
  }

  static void signIn(Actor actor) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(actor, null, Set.of()));
    SecurityContextHolder.setContext(context);
  }
}
