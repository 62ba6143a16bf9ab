package dunnage.app.desk;

import com.ibm.icu.text.MessageFormat;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One file of English clauses, each with its Chinese and its Russian.
final class Phrases {

  private static final String BETWEEN = "; ";
  private static final String WORD = "=";
  private static final String AND = " and ";
  private static final Pattern TOKEN =
      Pattern.compile("<([mndtvaw])>|\\[([^|\\]]+)\\|([^|\\]]+)\\]");
  private static final String MONEY = "[A-Z]{3} -?[0-9][0-9,]*(?:\\.[0-9]+)?";

  private record Clause(Pattern english, List<Character> kinds, String chinese, String russian) {}

  /// By the word a clause begins with, so that not every one has to be tried.
  private final Map<String, List<Clause>> byFirstWord = new HashMap<>();

  /// Those that begin with a figure or any words.
  private final List<Clause> others = new ArrayList<>();

  Phrases(String file) {
    lines(file).forEach(this::add);
  }

  /// The lines of a file that are no comments.
  static List<String> lines(String file) {
    try (InputStream in = Phrases.class.getResourceAsStream(file);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    java.util.Objects.requireNonNull(in, file), StandardCharsets.UTF_8))) {
      return lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String plain(String text) {
    return text.replace('\'', '’');
  }

  private static String firstWord(String text) {
    int end = text.indexOf(' ');
    return end < 0 ? text : text.substring(0, end);
  }

  private void add(String line) {
    String[] all = plain(line).split(" \\| ");
    if (all.length != PageWords.LANGUAGES.size()) {
      throw new IllegalStateException("not three languages: " + line);
    }
    StringBuilder regex = new StringBuilder();
    List<Character> kinds = new ArrayList<>();
    Matcher token = TOKEN.matcher(all[0]);
    int end = 0;
    while (token.find()) {
      regex.append(Pattern.quote(all[0].substring(end, token.start())));
      end = token.end();
      if (token.group(1) == null) {
        regex.append("(?:").append(Pattern.quote(token.group(2))).append('|');
        regex.append(Pattern.quote(token.group(3))).append(')');
      } else {
        kinds.add(token.group(1).charAt(0));
        regex.append('(').append(shape(token.group(1).charAt(0))).append(')');
      }
    }
    regex.append(Pattern.quote(all[0].substring(end)));
    Clause clause =
        new Clause(Pattern.compile(regex.toString(), Pattern.DOTALL), kinds, all[1], all[2]);
    String first = firstWord(all[0]);
    boolean fixed = !TOKEN.matcher(first).find();
    (fixed ? byFirstWord.computeIfAbsent(first, k -> new ArrayList<>()) : others).add(clause);
  }

  private static String shape(char kind) {
    return switch (kind) {
      case 'm' -> MONEY + "(?:" + AND + MONEY + ")*";
      case 'n' -> "-?[0-9]+(?:\\.[0-9]+)?";
      case 'd' -> "[0-9]{4}-[0-9]{2}-[0-9]{2}";
      case 'a' -> "-?[0-9][0-9,]*(?:\\.[0-9]+)? [A-Z]{3}";
      case 'v' -> ".*";
      default -> ".+";
    };
  }

  /// What the file does not have stays English.
  String say(String english, Locale locale) {
    boolean asItIs = PageWords.nearest(locale).equals(Locale.ENGLISH) && Style.of(locale).isOwn();
    return asItIs ? english : found(english, locale).orElse(english);
  }

  Optional<String> found(String english, Locale language) {
    String plain = plain(english);
    return whole(plain, language).or(() -> inTwo(plain, language));
  }

  private Optional<String> whole(String plain, Locale language) {
    for (List<Clause> some :
        List.of(byFirstWord.getOrDefault(firstWord(plain), List.of()), others)) {
      for (Clause clause : some) {
        Matcher match = clause.english().matcher(plain);
        if (match.matches()) {
          return Optional.of(said(clause, match, language));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> inTwo(String plain, Locale language) {
    int cut = plain.indexOf(BETWEEN);
    if (cut < 0) {
      return Optional.empty();
    }
    Optional<String> first = found(plain.substring(0, cut), language);
    Optional<String> rest = found(plain.substring(cut + BETWEEN.length()), language);
    String between = language.getLanguage().equals("zh") ? "；" : BETWEEN;
    return first.flatMap(one -> rest.map(other -> one + between + other));
  }

  private String said(Clause clause, Matcher match, Locale language) {
    if (PageWords.nearest(language).equals(Locale.ENGLISH)) {
      return rewritten(clause, match, language);
    }
    Object[] args = new Object[clause.kinds().size()];
    for (int i = 0; i < args.length; i++) {
      args[i] = argument(clause.kinds().get(i), match.group(i + 1), language);
    }
    String pattern = language.getLanguage().equals("zh") ? clause.chinese() : clause.russian();
    return new MessageFormat(pattern, language).format(args, new StringBuffer(), null).toString();
  }

  /// The sentence itself, with its figures and days as the reader wants them.
  private static String rewritten(Clause clause, Matcher match, Locale language) {
    Written written = new Written(language);
    StringBuilder said = new StringBuilder(match.group());
    for (int i = clause.kinds().size(); i >= 1; i--) {
      String text = match.group(i);
      String own =
          switch (clause.kinds().get(i - 1)) {
            case 'm' -> moneys(text, written, language);
            case 'n' -> written.decimal(text);
            case 'd' -> written.day(LocalDate.parse(text));
            default -> text;
          };
      said.replace(match.start(i), match.end(i), own);
    }
    return said.toString();
  }

  private Object argument(char kind, String text, Locale language) {
    Written written = new Written(language);
    return switch (kind) {
      case 'm' -> moneys(text, written, language);
      case 'n' -> new BigDecimal(text);
      case 'd' -> written.day(LocalDate.parse(text));
      case 'a', 'v' -> text;
      case 'w' -> word(text, language);
      default -> say(text, language);
    };
  }

  /// One of the words that a file lists with `=` before them, since the same word by itself may
  /// have been typed by a user.
  String word(String english, Locale locale) {
    String said = say(WORD + english, locale);
    return said.startsWith(WORD) ? said.substring(WORD.length()) : said;
  }

  private static String moneys(String text, Written written, Locale language) {
    List<String> all = new ArrayList<>();
    for (String one : text.split(AND)) {
      Currency currency = Currency.of(one.substring(0, 3));
      BigDecimal amount = new BigDecimal(one.substring(4).replace(",", ""));
      all.add(written.money(Money.of(currency, amount)));
    }
    return String.join(
        switch (language.getLanguage()) {
          case "zh" -> "、";
          case "ru" -> ", ";
          default -> AND;
        },
        all);
  }
}
