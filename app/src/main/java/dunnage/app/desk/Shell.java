package dunnage.app.desk;

import dunnage.app.desk.DeskPages.Entry;
import dunnage.app.platform.TypeId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.LocaleResolver;

/// What every page has: the rail, who reads it, in which language, light or dark.
@ControllerAdvice(annotations = Page.class)
class Shell {

  /// Whatever a page needs is on this server.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  /// The language a reader chose here, else their own, else the browser's.
  @Configuration(proxyBeanMethods = false)
  static class Languages {
    @Bean
    LocaleResolver localeResolver(Reader.Known known) {
      return new LocaleResolver() {
        @Override
        public Locale resolveLocale(HttpServletRequest request) {
          return of(known::current, request);
        }

        @Override
        public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
          throw new UnsupportedOperationException("a reader chooses by /language");
        }
      };
    }

    static Locale of(Supplier<Optional<Reader>> reader, HttpServletRequest request) {
      Locale language =
          Choices.chosen(request, Choices.LANGUAGE)
              .map(tag -> PageWords.nearest(Locale.forLanguageTag(tag)))
              .or(() -> reader.get().map(one -> PageWords.nearest(one.language())))
              .orElseGet(() -> accepted(request));
      return Choices.style(request).on(language);
    }

    private static Locale accepted(HttpServletRequest request) {
      for (Locale wanted : java.util.Collections.list(request.getLocales())) {
        for (Locale ours : PageWords.LANGUAGES) {
          if (ours.getLanguage().equals(wanted.getLanguage())) {
            return ours;
          }
        }
      }
      return Locale.ENGLISH;
    }
  }

  /// One place of the rail.
  ///
  /// @param here whether the page is this one or below it
  public record Place(String path, String name, boolean tab, boolean here) {}

  private static final Map<String, String> PLACES =
      Map.of(
          "inv",
          "/receivables/",
          "rcp",
          "/receipts/",
          "ord",
          "/orders/",
          "evn",
          "/events/",
          "doc",
          "/documents/",
          "deb",
          "/tasks/");

  private final Reader.Known known;
  private final Assets assets;
  private final Icons icons;
  private final PageWords words;

  Shell(Reader.Known known, Assets assets, Icons icons, PageWords words) {
    this.words = words;
    this.icons = icons;
    this.known = known;
    this.assets = assets;
  }

  @ModelAttribute
  void policy(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
  }

  @ModelAttribute("w")
  Written written(Locale locale) {
    return new Written(locale);
  }

  @ModelAttribute("language")
  String language(Locale locale) {
    return PageWords.nearest(locale).toLanguageTag();
  }

  @ModelAttribute("theme")
  String theme(HttpServletRequest request) {
    return Choices.theme(request);
  }

  /// How this reader has figures and days written.
  @ModelAttribute("style")
  Style style(Locale locale) {
    return Style.of(locale);
  }

  /// Whether single keys do something.
  @ModelAttribute("keys")
  String keys(HttpServletRequest request) {
    return Choices.keys(request);
  }

  @ModelAttribute("assets")
  Assets assets() {
    return assets;
  }

  @ModelAttribute("icons")
  Icons icons() {
    return icons;
  }

  /// What was searched for, to stand in the box still.
  @ModelAttribute("searched")
  String searched(HttpServletRequest request) {
    String q = request.getParameter("q");
    return q == null ? "" : q;
  }

  /// The word of what was just done, told on the page that one is sent to.
  @ModelAttribute("done")
  @Nullable String done(HttpServletRequest request, Locale locale) {
    String key = "done." + request.getParameter("done");
    return words.has(key, locale) ? key : null;
  }

  /// Where it can be taken back with one press; null where it cannot.
  @ModelAttribute("undo")
  @Nullable String undo(HttpServletRequest request) {
    String made = request.getParameter("made");
    // an address that somebody sent is not what the reader has just done
    boolean ours = "same-origin".equals(request.getHeader("Sec-Fetch-Site"));
    return made == null || !ours
        ? null
        : PLACES.entrySet().stream()
            .filter(kind -> TypeId.read(kind.getKey(), made).isPresent())
            .map(kind -> kind.getValue() + made + "/withdraw")
            .findFirst()
            .orElse(null);
  }

  @ModelAttribute("reader")
  @Nullable Reader reader() {
    return known.current().orElse(null);
  }

  /// Where one comes back to after a choice.
  @ModelAttribute("address")
  String address(HttpServletRequest request) {
    String query = request.getQueryString();
    return Choices.local(request.getRequestURI() + (query == null ? "" : "?" + query));
  }

  @ModelAttribute("rail")
  List<Place> rail(HttpServletRequest request) {
    String path = request.getServletPath();
    String here =
        DeskPages.RAIL.stream()
            .map(Entry::path)
            .filter(p -> path.equals(p) || !p.equals("/") && path.startsWith(p + "/"))
            .max(Comparator.comparingInt(String::length))
            .orElse("");
    return DeskPages.RAIL.stream()
        .map(e -> new Place(e.path(), e.name(), e.tab(), e.path().equals(here)))
        .toList();
  }
}
