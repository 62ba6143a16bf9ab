package dunnage.kernel.assessment;

import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The book as a whole.
///
/// @param receivables receivables issued by the day
/// @param open those of them that are open
/// @param overdueCount those open and past due
/// @param overdueDebtors debtors with something past due
/// @param creditsHeld credits, surpluses and unallocated money: shown beside, never netted
/// @param aging five lines, all currencies kept apart
/// @param currencies one line per currency, largest number of open receivables first
/// @param inBase the same in the base currency, when rates were given for all that is open; else
///   null
/// @param concentration per currency, or one in the base currency
public record Portfolio(
    int receivables,
    int open,
    int overdueCount,
    int overdueDebtors,
    Amounts openAmount,
    Amounts overdueAmount,
    Amounts creditsHeld,
    List<AgingLine> aging,
    List<CurrencyLine> currencies,
    @Nullable CurrencyLine inBase,
    List<Concentration> concentration) {

  /// One bucket over all currencies.
  public record AgingLine(AgingBucket bucket, int count, Amounts amount) {}

  /// One currency.
  ///
  /// @param aging per bucket in the order of the enum: count and amount
  /// @param dsoDays countback; null when no sales are known
  /// @param addDays DSO less best possible DSO; null when no sales are known
  /// @param ceiPercent collection effectiveness over the last 90 days; null when nothing was to
  ///   collect
  public record CurrencyLine(
      Currency currency,
      int receivables,
      int open,
      Money openAmount,
      Money overdueAmount,
      List<BucketLine> aging,
      @Nullable Double dsoDays,
      @Nullable Double addDays,
      @Nullable Double ceiPercent,
      Provision provision) {}

  public record BucketLine(AgingBucket bucket, int count, Money amount) {}

  /// Expected credit loss by bucket.
  ///
  /// @param source `own history` with its span, or the stated table
  /// @param fromOwnHistory whether the rates are the book's own
  public record Provision(
      Money total, List<ProvisionLine> lines, String source, boolean fromOwnHistory) {}

  /// @param ratePercent loss rate of what is in the bucket
  public record ProvisionLine(
      AgingBucket bucket, Money amount, double ratePercent, Money provision) {}

  /// How much hangs on few.
  ///
  /// @param herfindahl 0 to 10,000: sum of squared percent shares of what is open
  /// @param largest largest debtors, at most ten
  /// @param advice what to do about it
  public record Concentration(
      Currency currency, double herfindahl, List<Share> largest, String advice) {

    /// A share of one debtor beyond which too much hangs on it.
    public static final double MUCH_PERCENT = 25;

    /// A Herfindahl index beyond which the few largest are too much.
    public static final double NARROW_HERFINDAHL = 1_800;
  }

  public record Share(String debtor, String name, Money open, double sharePercent) {}
}
