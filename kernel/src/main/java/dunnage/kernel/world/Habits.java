package dunnage.kernel.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.SplittableRandom;

/// How a debtor orders and pays while nothing is wrong. Amounts are smallest units of the currency.
///
/// @param run days between payment runs: 1, 7 or 30
/// @param season yearly swing of orders, 0 to 1; `peak` is the day of the year of its top
/// @param levelFrom epoch day on which the volume starts to move to `level` times the old one
record Habits(
    double usualDays,
    double noiseDays,
    int termsDays,
    int run,
    double perMonth,
    boolean regular,
    double typicalAmount,
    double sizeSpread,
    double season,
    int peak,
    long levelFrom,
    double level,
    boolean deposits,
    boolean ordersKnown,
    int lead) {

  static Habits draw(Kind kind, long from, long until, SplittableRandom random) {
    boolean seasonal = kind == Kind.SEASONAL;
    double swing =
        seasonal
            ? Ranges.between(Ranges.SEASON_SWING, random)
            : Ranges.QUIET_SEASON_SWING * random.nextDouble();
    double usual = Ranges.usualDaysBeyondTerms(random);
    int[] runs = {1, 7, 7, 30};
    boolean moves = random.nextDouble() < 0.5;
    return new Habits(
        kind == Kind.IMPROVING ? Math.max(usual, 15) : usual,
        Ranges.between(Ranges.NOISE_DAYS, random),
        Ranges.TERMS_DAYS[random.nextInt(Ranges.TERMS_DAYS.length)],
        runs[random.nextInt(runs.length)],
        Ranges.one(Ranges.INVOICES_PER_MONTH, random),
        random.nextBoolean(),
        Math.exp(12.5 + 1.1 * random.nextGaussian()),
        Ranges.between(Ranges.SIZE_SPREAD, random),
        swing,
        random.nextInt(365),
        from + (long) ((until - from) * (0.2 + 0.6 * random.nextDouble())),
        moves ? 1 + Ranges.VOLUME_CHANGE * (2 * random.nextDouble() - 1) : 1,
        kind == Kind.BALANCES_UNPAID || random.nextDouble() < Ranges.DEPOSIT_SHARE_OF_DEBTORS,
        random.nextDouble() < Ranges.ORDERS_KNOWN_SHARE_OF_DEBTORS,
        (int) Ranges.between(Ranges.LEAD_DAYS, random));
  }

  /// Volume on a day against the yearly mean: season and the slow change of level.
  double volume(long day) {
    double angle = 2 * Math.PI * (day - peak) / 365.25;
    double moved = Math.min(1, Math.max(0, (day - levelFrom) / 120.0));
    return (1 + season * Math.cos(angle)) * (1 + (level - 1) * moved);
  }

  /// The day a payment happens: the raw day, held up by holidays, moved to the next payment run.
  long payday(double raw, SplittableRandom random) {
    long day = Math.round(raw - (run - 1) / 2.0);
    if (slow(LocalDate.ofEpochDay(day))) {
      day += (long) (Ranges.HOLIDAY_SLIP_DAYS * random.nextDouble());
    }
    LocalDate date = LocalDate.ofEpochDay(day);
    LocalDate moved =
        switch (run) {
          case 7 -> date.plusDays(Math.floorMod(peak % 5 + 1 - date.getDayOfWeek().getValue(), 7));
          case 30 -> date.withDayOfMonth(date.lengthOfMonth());
          default -> date;
        };
    return workday(moved).toEpochDay();
  }

  private static LocalDate workday(LocalDate date) {
    return switch (date.getDayOfWeek()) {
      case SATURDAY -> date.plusDays(2);
      case SUNDAY -> date.plusDays(1);
      case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> date;
    };
  }

  static boolean weekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /// Year end, August, and the weeks in which the Spring Festival can fall.
  private static boolean slow(LocalDate date) {
    int day = date.getMonthValue() * 100 + date.getDayOfMonth();
    return day >= 1220 || day <= 105 || (day >= 121 && day <= 220) || (day >= 801 && day <= 831);
  }
}
