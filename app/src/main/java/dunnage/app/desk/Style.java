package dunnage.app.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a reader wants figures and days, where not as their language has it. It rides on the locale
/// as a private extension, so that whatever is written for a reader is written their way.
///
/// @param days `own`, as the language has it, or `iso`: 2026-03-31
/// @param numbers `own`, or `point`: 1,234.50, `comma`: 1.234,50, `space`: 1 234,50
public record Style(String days, String numbers) {

  static final List<String> DAYS = List.of("own", "iso");
  static final List<String> NUMBERS = List.of("own", "point", "comma", "space");
  private static final Style OWN = new Style("own", "own");

  /// @param text like `iso-comma`; anything else is the language's own
  static Style read(String text) {
    String[] parts = text.split("-", -1);
    return parts.length == 2 && DAYS.contains(parts[0]) && NUMBERS.contains(parts[1])
        ? new Style(parts[0], parts[1])
        : OWN;
  }

  static Style of(Locale locale) {
    return Optional.ofNullable(locale.getExtension(Locale.PRIVATE_USE_EXTENSION))
        .map(Style::read)
        .orElse(OWN);
  }

  /// As [#read] takes it.
  String text() {
    return days + "-" + numbers;
  }

  boolean isOwn() {
    return equals(OWN);
  }

  boolean iso() {
    return days.equals("iso");
  }

  Locale on(Locale language) {
    return isOwn()
        ? language
        : new Locale.Builder()
            .setLocale(language)
            .setExtension(Locale.PRIVATE_USE_EXTENSION, text())
            .build();
  }

  /// Whose signs figures have.
  Locale figures(Locale language) {
    return switch (numbers) {
      case "point" -> Locale.ENGLISH;
      case "comma" -> Locale.GERMAN;
      case "space" -> Locale.forLanguageTag("ru");
      default -> language;
    };
  }
}
