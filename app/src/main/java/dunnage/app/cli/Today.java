package dunnage.app.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/// The one place that looks at the clock. `DUNNAGE_TODAY=2026-03-31` sets the day, for tests and
/// for looking at a book as it was.
final class Today {

  private Today() {}

  static LocalDate in(Map<String, String> environment) {
    String set = environment.get("DUNNAGE_TODAY");
    if (set == null || set.isBlank()) {
      return LocalDate.now(ZoneId.systemDefault());
    }
    try {
      return LocalDate.parse(set.strip());
    } catch (DateTimeException notADay) {
      throw new Stop(
          ExitCode.USAGE,
          "DUNNAGE_TODAY is " + set + ", which is no day; write it like 2026-03-31.");
    }
  }
}
