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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Says in another language what the risk desk said in English. Scores and alarms are kept with
/// their sentences, also those of years ago; each is made of a few clauses with figures in them,
/// and the book has every one of these.
@Component
public class Phrasebook {

  private static final String FILE = "/dunnage/words/phrases.txt";
  private static final String BETWEEN = "; ";
  private static final String AND = " and ";
  private static final Pattern TOKEN = Pattern.compile("<([mndt])>|\\[([^|\\]]+)\\|([^\\]]+)\\]");
  private static final String MONEY = "[A-Z]{3} -?[0-9][0-9,]*(?:\\.[0-9]+)?";

  private record Clause(Pattern english, List<Character> kinds, String chinese, String russian) {}

  private final List<Clause> clauses = new ArrayList<>();

  Phrasebook() {
    try (InputStream in = Phrasebook.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    java.util.Objects.requireNonNull(in, FILE), StandardCharsets.UTF_8))) {
      lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(this::add);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void add(String line) {
    String[] all = line.split(" \\| ");
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
    clauses.add(
        new Clause(
            Pattern.compile(regex.toString(), Pattern.DOTALL),
            kinds,
            all[1].replace("'", "’"),
            all[2].replace("'", "’")));
  }

  private static String shape(char kind) {
    return switch (kind) {
      case 'm' -> MONEY + "(?:" + AND + MONEY + ")*";
      case 'n' -> "-?[0-9]+(?:\\.[0-9]+)?";
      case 'd' -> "[0-9]{4}-[0-9]{2}-[0-9]{2}";
      default -> ".+";
    };
  }

  /// What the book does not have stays English.
  public String say(String english, Locale locale) {
    Locale language = PageWords.nearest(locale);
    return language.equals(Locale.ENGLISH) ? english : found(english, language).orElse(english);
  }

  Optional<String> found(String english, Locale language) {
    String plain = english.replace('\'', '’');
    for (Clause clause : clauses) {
      Matcher match = clause.english().matcher(plain);
      if (match.matches()) {
        return Optional.of(said(clause, match, language));
      }
    }
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
    Object[] args = new Object[clause.kinds().size()];
    for (int i = 0; i < args.length; i++) {
      args[i] = argument(clause.kinds().get(i), match.group(i + 1), language);
    }
    String pattern = language.getLanguage().equals("zh") ? clause.chinese() : clause.russian();
    return new MessageFormat(pattern, language).format(args, new StringBuffer(), null).toString();
  }

  private Object argument(char kind, String text, Locale language) {
    Written written = new Written(language);
    return switch (kind) {
      case 'm' -> moneys(text, written, language);
      case 'n' -> new BigDecimal(text);
      case 'd' -> written.day(LocalDate.parse(text));
      default -> say(text, language);
    };
  }

  private static String moneys(String text, Written written, Locale language) {
    List<String> all = new ArrayList<>();
    for (String one : text.split(AND)) {
      Currency currency = Currency.of(one.substring(0, 3));
      BigDecimal amount = new BigDecimal(one.substring(4).replace(",", ""));
      all.add(written.money(Money.of(currency, amount)));
    }
    return String.join(language.getLanguage().equals("zh") ? "、" : ", ", all);
  }
}
