package dunnage.kernel.world;

import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.SplittableRandom;

/// Lives one marketplace as one of its sellers sees it: per settlement period one receivable, due
/// on the day that its payout rule promises.
final class MarketplaceSimulation {

  private static final long NEVER = Ledgering.NEVER;

  private final Party debtor;
  private final Kind kind;
  private final long from;
  private final long until;
  private final SplittableRandom random;

  MarketplaceSimulation(String id, Kind kind, LocalDate from, int years, SplittableRandom random) {
    this.debtor = new Party(id, id, "");
    this.kind = kind;
    this.from = from.toEpochDay();
    this.until = from.plusYears(years).toEpochDay();
    this.random = random;
  }

  Life run() {
    int[] rule = Ranges.PAYOUT_RULES[random.nextInt(Ranges.PAYOUT_RULES.length)];
    Course course = draw();
    double typical = Math.exp(12 + random.nextGaussian());
    double swing =
        kind == Kind.MARKETPLACE_SEASONAL
            ? Ranges.between(Ranges.SEASON_SWING, random)
            : Ranges.QUIET_SEASON_SWING;
    int peak = random.nextInt(365);
    long drought = Math.round(Ranges.between(Ranges.RULE_CHANGE_DROUGHT_DAYS, random));
    boolean changed = false;
    Ledgering ledger = new Ledgering(debtor);
    for (long end = from + rule[0]; end < until; end += rule[0]) {
      double volume = 1 + swing * Math.cos(2 * Math.PI * (end - peak) / 365.25);
      long amount =
          Math.max(1000, Math.round(typical * volume * Math.exp(0.25 * random.nextGaussian())));
      long due = end + rule[1];
      double late = course.extraDays(due, random) + Math.max(0, random.nextGaussian() - 0.5);
      if (kind == Kind.MARKETPLACE_RULE_CHANGE && !changed && end >= course.start()) {
        late += drought;
        changed = true;
      }
      long paid = Math.round(due + late);
      long stop = kind == Kind.MARKETPLACE_RULE_CHANGE ? NEVER : course.end();
      double kept = kind == Kind.MARKETPLACE_SQUEEZE ? 0.5 * course.progress(due) : 0;
      long rest = kept > 0.1 ? Math.round(amount * kept) : 0;
      long restPaid = rest > 0 && paid + 60 <= stop ? paid + 60 : NEVER;
      boolean never = paid > stop;
      ledger.receivable("", "", end, due, amount, never ? NEVER : paid, never ? 0 : rest, restPaid);
      if (stop != NEVER && end > stop + 60) {
        break; // the seller has understood
      }
    }
    LocalDate worse = kind.healthy() ? null : Ledgering.day(course.start());
    return new Life(
        debtor, kind, new Truth(Shape.NONE, worse, null, ledger.firstDefault()), ledger.facts());
  }

  private Course draw() {
    double length =
        kind == Kind.MARKETPLACE_SQUEEZE ? Ranges.between(Ranges.SQUEEZE_DAYS, random) : 0;
    double latest = Math.max(380, until - from - length - 60);
    long start = from + (long) (360 + (latest - 360) * random.nextDouble());
    return switch (kind) {
      case MARKETPLACE_HEALTHY, MARKETPLACE_SEASONAL ->
          new Course(kind, Shape.NONE, NEVER - 1, NEVER, 0, false);
      default ->
          new Course(
              kind, Shape.NONE, start, start + (long) length, 50 + 40 * random.nextDouble(), false);
    };
  }
}
