package dunnage.app.desk;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/// Every word of the pages, by key and language, in ICU's message format: it knows that Russian has
/// three plurals and Chinese none.
@Component("messageSource")
public class PageWords implements MessageSource {

  /// The languages of the desk, the first for whoever wants another.
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, Locale.forLanguageTag("ru"));

  private static final String FILE = "/dunnage/words/%s/pages.properties";

  private final Map<String, Map<String, String>> words = new HashMap<>();
  private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

  PageWords() {
    for (Locale language : LANGUAGES) {
      words.put(language.getLanguage(), read(FILE.formatted(language.getLanguage())));
    }
  }

  static Map<String, String> read(String file) {
    Properties all = new Properties();
    try (InputStream in = PageWords.class.getResourceAsStream(file)) {
      all.load(
          new InputStreamReader(
              java.util.Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    Map<String, String> read = new HashMap<>();
    all.stringPropertyNames().forEach(key -> read.put(key, all.getProperty(key)));
    return Map.copyOf(read);
  }

  /// The language of the desk that comes nearest.
  public static Locale nearest(Locale wanted) {
    return LANGUAGES.stream()
        .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
        .findFirst()
        .orElse(Locale.ENGLISH);
  }

  /// The first of two keys that is a word.
  public String known(String key, String otherwise) {
    return has(key, Locale.ENGLISH) ? key : otherwise;
  }

  boolean has(String key, Locale locale) {
    return words(locale).containsKey(key);
  }

  private Map<String, String> words(Locale locale) {
    return java.util.Objects.requireNonNull(words.get(nearest(locale).getLanguage()));
  }

  /// @param args by their place, `{0}`
  public String say(Locale locale, String key, @Nullable Object... args) {
    String pattern = words(locale).get(key);
    if (pattern == null) {
      throw new NoSuchMessageException(key, locale);
    }
    if (args.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
      return pattern;
    }
    MessageFormat format =
        formats.computeIfAbsent(
            nearest(locale).getLanguage() + " " + key,
            k -> new MessageFormat(pattern, nearest(locale)));
    synchronized (format) { // it keeps what it is doing in itself
      return format.format(args, new StringBuffer(), null).toString();
    }
  }

  @Override
  public @Nullable String getMessage(
      String code, Object @Nullable [] args, @Nullable String otherwise, @Nullable Locale locale) {
    Locale language = locale == null ? Locale.ENGLISH : locale;
    return has(code, language) ? say(language, code, args == null ? NONE : args) : otherwise;
  }

  private static final Object[] NONE = new Object[0];

  @Override
  public String getMessage(String code, Object @Nullable [] args, @Nullable Locale locale) {
    return say(locale == null ? Locale.ENGLISH : locale, code, args == null ? NONE : args);
  }

  @Override
  public String getMessage(MessageSourceResolvable wanted, @Nullable Locale locale) {
    String[] codes = java.util.Objects.requireNonNull(wanted.getCodes());
    return getMessage(codes[0], wanted.getArguments(), locale);
  }
}
