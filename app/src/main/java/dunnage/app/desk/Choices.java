package dunnage.app.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a reader chose for this browser: language, light or dark, and whether single keys do
/// something. Nothing of it is secret, and nobody needs to be signed in for it.
@Page
public class Choices {

  static final String LANGUAGE = "dunnage-language";
  static final String THEME = "dunnage-theme";
  static final String KEYS = "dunnage-keys";
  static final String STYLE = "dunnage-style";
  private static final String OFF = "off";
  private static final Set<String> THEMES = Set.of("light", "dark", "auto");
  private static final Duration LONG = Duration.ofDays(365);

  @PostMapping("/language")
  String language(
      @RequestParam("to") String to,
      @RequestParam(name = "back", defaultValue = "/") String back,
      HttpServletResponse response) {
    speak(Locale.forLanguageTag(to), response);
    return "redirect:" + local(back);
  }

  @PostMapping("/theme")
  String theme(
      @RequestParam("to") String to,
      @RequestParam(name = "back", defaultValue = "/") String back,
      HttpServletResponse response) {
    keep(THEME, THEMES.contains(to) ? to : "auto", response);
    return "redirect:" + local(back);
  }

  /// Single keys get in the way of whoever speaks to the machine, or types by other means (WCAG
  /// 2.1.4).
  @PostMapping("/keys")
  String keys(
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "back", defaultValue = "/") String back,
      HttpServletResponse response) {
    keep(KEYS, to.equals(OFF) ? OFF : "on", response);
    return "redirect:" + local(back);
  }

  /// How figures and days are written here.
  @PostMapping("/style")
  String style(
      @RequestParam(name = "days", defaultValue = "") String days,
      @RequestParam(name = "numbers", defaultValue = "") String numbers,
      @RequestParam(name = "back", defaultValue = "/") String back,
      HttpServletResponse response) {
    keep(STYLE, Style.read(days + "-" + numbers).text(), response);
    return "redirect:" + local(back);
  }

  static Style style(HttpServletRequest request) {
    return Style.read(chosen(request, STYLE).orElse(""));
  }

  /// This browser is answered in that language from now on.
  public static void speak(Locale wanted, HttpServletResponse response) {
    keep(LANGUAGE, PageWords.nearest(wanted).toLanguageTag(), response);
  }

  private static void keep(String name, String value, HttpServletResponse response) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .path("/")
            .maxAge(LONG)
            .httpOnly(true)
            .sameSite("Lax")
            .build()
            .toString());
  }

  /// An address of this server, or its first page: nobody is sent elsewhere by a link.
  public static String local(@Nullable String back) {
    boolean here = back != null && back.matches("/([A-Za-z0-9_?&=%.+-][A-Za-z0-9_/?&=%.+~:,-]*)?");
    return here && back != null ? back : "/";
  }

  static Optional<String> chosen(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(name)) {
          return Optional.of(cookie.getValue());
        }
      }
    }
    return Optional.empty();
  }

  static String theme(HttpServletRequest request) {
    return chosen(request, THEME).filter(THEMES::contains).orElse("auto");
  }

  static String keys(HttpServletRequest request) {
    return chosen(request, KEYS).filter(OFF::equals).orElse("on");
  }
}
