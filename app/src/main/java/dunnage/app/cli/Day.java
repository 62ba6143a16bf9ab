package dunnage.app.cli;

import java.time.DateTimeException;
import java.time.LocalDate;

/// A day written on the command line.
final class Day {

  private Day() {}

  /// @throws Stop if it is no day that exists
  static LocalDate written(String flag, String day, String example) {
    try {
      return LocalDate.parse(day.strip());
    } catch (DateTimeException notADay) {
      String said = flag + " " + day + " is not a day that exists";
      throw new Stop(ExitCode.USAGE, said + "; write it like " + flag + " " + example + ".");
    }
  }
}
