package dunnage.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/// Brings the sample's book up to date: every day in it is later by whole weeks, so that its last
/// day is within the week and weekdays stay what they were.
final class SampleDates {

  private static final int WEEK = 7;
  private static final String KEPT = "day.txt";
  private static final Pattern DAY =
      Pattern.compile("(?<![0-9-])(20[0-9]{2}-[01][0-9]-[0-3][0-9])");

  private SampleDates() {}

  /// The last day of the book: as the folder has it from its first time, so that the same files are
  /// the same again.
  static LocalDate of(Path folder, LocalDate written, LocalDate today) {
    Path file = folder.resolve(KEPT);
    try {
      if (Files.isReadable(file)) {
        return LocalDate.parse(Files.readString(file).strip());
      }
      long weeks = Math.max(0, ChronoUnit.DAYS.between(written, today)) / WEEK;
      LocalDate day = written.plusDays(weeks * WEEK);
      Files.createDirectories(folder);
      Files.writeString(file, day + "\n");
      return day;
    } catch (DateTimeException broken) {
      throw new Stop(ExitCode.FAILURE, file + " holds no day; remove the folder " + folder + ".");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// A text with every day in it so much later.
  static String later(String text, long days) {
    return DAY.matcher(text)
        .replaceAll(found -> LocalDate.parse(found.group(1)).plusDays(days).toString());
  }
}
