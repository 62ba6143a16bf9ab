package dunnage.kernel.warning;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What can be said of one debtor at the end of a day.
///
/// @param trend `WORSE` if any warning says so, else `BETTER` if any says so, else `STEADY`, or
///   `UNKNOWN` where no signal has enough history
/// @param since the earliest day of the warnings that make the trend; null without any
/// @param warnings surest first
public record DebtorWarning(Tendency trend, @Nullable LocalDate since, List<Warning> warnings) {
  public DebtorWarning {
    warnings = List.copyOf(warnings);
  }
}
