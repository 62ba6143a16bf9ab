package dunnage.app.risk;

import dunnage.kernel.money.Money;
import dunnage.kernel.risk.OrderDecision.Why;
import dunnage.kernel.risk.OrderTerms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is answered to whoever asks whether an order may be shipped, and kept.
///
/// @param id `chk_…`
/// @param light `green`, `amber` or `red`
/// @param sentence to forward to sales
/// @param whatWouldShip terms on which the answer would be to ship; null for none, and for ship
/// @param reservation null unless headroom is kept
record OrderAnswer(
    String id,
    String debtor,
    String order,
    LocalDate date,
    Money amount,
    String decision,
    String light,
    String sentence,
    List<Why> reasons,
    Figures numbers,
    @Nullable Terms whatWouldShip,
    @Nullable Reserved reservation) {

  /// All money in the limit's currency; in the order's where there is no limit.
  ///
  /// @param limitSource `person`, `experience` or null without a limit
  /// @param exposure open + uninvoiced + reserved − unallocated, without this order
  /// @param after with it
  /// @param percent of the limit, after
  /// @param warning which way the debtor goes; null when never assessed
  /// @param ratesUsed those behind the sums
  record Figures(
      @Nullable Money limit,
      @Nullable String limitSource,
      Money order,
      Money deposit,
      Money exposure,
      Money open,
      Money uninvoiced,
      Money reserved,
      Money unallocated,
      Money after,
      @Nullable BigDecimal percent,
      Money overdue,
      int oldestDaysLate,
      @Nullable String grade,
      @Nullable String warning,
      List<Rate> ratesUsed) {}

  record Rate(String from, String to, BigDecimal rate, LocalDate date, String source) {}

  /// @param days on open account; null for the usual ones
  record Terms(String kind, @Nullable Integer days, Money deposit, String words) {

    static @Nullable Terms of(@Nullable OrderTerms terms) {
      return terms == null
          ? null
          : new Terms(
              terms.kind().code(),
              terms.days() == OrderTerms.USUAL ? null : terms.days(),
              terms.deposit(),
              terms.words());
    }
  }

  record Reserved(String id, Money amount, Instant expiresAt) {}

  OrderAnswer with(String id, @Nullable Reserved reservation) {
    return new OrderAnswer(
        id,
        debtor,
        order,
        date,
        amount,
        decision,
        light,
        sentence,
        reasons,
        numbers,
        whatWouldShip,
        reservation);
  }
}
