package dunnage.app.risk;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.NextStep;
import dunnage.kernel.risk.TermsAdvice;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What is known of a debtor at the moment of asking.
///
/// @param standing what the last assessment said
/// @param owed by currency
record Numbers(Standing standing, List<Owed> owed) {

  /// @param limit the one that counts; null for none
  /// @param byPerson whether a person set it
  /// @param trend as the warnings have it; null when never assessed
  /// @param worse the surest sign of getting worse; empty for none
  record Standing(
      @Nullable Money limit,
      boolean byPerson,
      Grade grade,
      @Nullable TermsAdvice terms,
      NextStep.@Nullable Action step,
      @Nullable String trend,
      String worse) {

    static Grade grade(@Nullable String code) {
      return code == null ? Grade.NONE : Grade.valueOf(code.strip());
    }

    static @Nullable TermsAdvice terms(@Nullable String code) {
      return code == null ? null : TermsAdvice.valueOf(code.toUpperCase(Locale.ROOT));
    }

    static NextStep.@Nullable Action step(@Nullable String code) {
      return code == null ? null : NextStep.Action.valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /// In smallest units of the currency.
  ///
  /// @param oldest due day of the oldest that is late; null when nothing is
  record Owed(
      Currency currency,
      long open,
      long uninvoiced,
      long unallocated,
      long reserved,
      long overdue,
      @Nullable LocalDate oldest) {

    boolean nothing() {
      return open == 0 && uninvoiced == 0 && unallocated == 0 && reserved == 0;
    }
  }

  int oldestDaysLate(LocalDate day) {
    return owed.stream()
        .map(Owed::oldest)
        .filter(java.util.Objects::nonNull)
        .mapToInt(oldest -> (int) (day.toEpochDay() - oldest.toEpochDay()))
        .max()
        .orElse(0);
  }
}
