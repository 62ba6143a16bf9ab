package dunnage.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/// The files of the sample exporter, in which everybody is invented. They were written up to a day;
/// every day in them can be later by whole weeks, so that weekdays stay what they were.
public final class SampleBook {

  /// What the organisation is called; the ending shows that nothing in it is real.
  public static final String COMPANY = "温州瑞益鞋业 " + SampleBook.ENDING;

  public static final String ENDING = "(sample)";
  public static final String CURRENCY = "CNY";
  public static final String ZONE = "Asia/Shanghai";
  public static final String ABOUT = "README.txt";

  private static final String RESOURCES = "/dunnage/sample/";

  /// `as-of` and the day on the first line, then one file name per line.
  private static final String INDEX = "index.txt";

  private static final String DAY = "as-of ";
  private static final int WEEK = 7;
  private static final Pattern DAYS =
      Pattern.compile("(?<![0-9-])(20[0-9]{2}-[01][0-9]-[0-3][0-9])");

  private SampleBook() {}

  /// The last day of the files as they were written.
  public static LocalDate written() {
    return LocalDate.parse(index().getFirst().substring(DAY.length()));
  }

  /// The last day of the files when they are brought up to date: within the week before a day.
  public static LocalDate upTo(LocalDate today) {
    LocalDate written = written();
    long weeks = Math.max(0, ChronoUnit.DAYS.between(written, today)) / WEEK;
    return written.plusDays(weeks * WEEK);
  }

  /// The files to bring in, in this order.
  public static List<String> names() {
    return index().stream().skip(1).toList();
  }

  /// One of the files, or [#ABOUT].
  ///
  /// @param day its last day, whole weeks after [#written]
  public static String file(String name, LocalDate day) {
    return later(read(name), ChronoUnit.DAYS.between(written(), day));
  }

  /// A text with every day in it so much later.
  static String later(String text, long days) {
    return days == 0
        ? text
        : DAYS.matcher(text)
            .replaceAll(found -> LocalDate.parse(found.group(1)).plusDays(days).toString());
  }

  private static List<String> index() {
    return read(INDEX).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static String read(String name) {
    try (InputStream in = SampleBook.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IllegalStateException("the sample lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
