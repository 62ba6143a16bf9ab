package dunnage.bench;

import dunnage.kernel.ledger.Account;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.payout.MarketplaceSettlement;
import dunnage.kernel.payout.Payout;
import dunnage.kernel.payout.PayoutReport;
import dunnage.kernel.payout.PayoutTerms;
import dunnage.kernel.payout.PayoutWatch;
import dunnage.kernel.payout.RowType;
import dunnage.kernel.world.Kind;
import dunnage.kernel.world.Life;
import dunnage.kernel.world.World;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How early `payouts` sees a marketplace fail in the simulated world, and how often it cries for
/// nothing.
///
/// `PayoutTrial FROM TO`: for each seed of that range 200 marketplaces, three years, looked at
/// every week with only what was known by then.
public final class PayoutTrial {

  private static final LocalDate START = LocalDate.of(2021, 1, 1);
  private static final int YEARS = 3;
  private static final int MARKETPLACES = 200;
  private static final int WEEK = 7;
  private static final int LEAD_DAYS = 30;

  /// An alarm that comes back within these days is the same alarm.
  private static final int SAME_ALARM_DAYS = 90;

  /// What became of the marketplaces of one kind.
  private static final class Tally {
    int marketplaces;
    int falseAlarms;
    int defaults;
    int early;
    final List<Long> leads = new ArrayList<>();
  }

  private PayoutTrial() {}

  public static void main(String[] args) {
    Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    for (long seed = Long.parseLong(args[0]); seed <= Long.parseLong(args[1]); seed++) {
      for (Life life : World.marketplaces(seed, MARKETPLACES, START, YEARS)) {
        watch(life, tallies.computeIfAbsent(life.kind(), k -> new Tally()));
      }
    }
    System.out.println(
        "kind, marketplaces, false alarms, stopped, told 30 days before, told, median lead days");
    tallies.forEach(
        (kind, tally) -> {
          tally.leads.sort(null);
          String median =
              tally.leads.isEmpty() ? "-" : tally.leads.get(tally.leads.size() / 2).toString();
          System.out.printf(
              Locale.ROOT,
              "%s, %d, %d, %d, %d, %d, %s%n",
              kind,
              tally.marketplaces,
              tally.falseAlarms,
              tally.defaults,
              tally.early,
              tally.leads.size(),
              median);
        });
  }

  private static void watch(Life life, Tally tally) {
    List<MarketplaceSettlement> settlements = settlements(life);
    LocalDate end = life.truth().firstDefault();
    LocalDate worse = life.truth().worseFrom();
    LocalDate last = LocalDate.MIN;
    LocalDate told = null;
    LocalDate until = end == null ? START.plusYears(YEARS) : end;
    for (LocalDate day = START; day.isBefore(until); day = day.plusDays(WEEK)) {
      if (!isAlarm(settlements, day)) {
        continue;
      }
      if (worse != null && !day.isBefore(worse)) {
        told = told == null ? day : told;
      } else if (last.isBefore(day.minusDays(SAME_ALARM_DAYS))) {
        tally.falseAlarms++;
      }
      last = day;
    }
    tally.marketplaces++;
    score(end, told, tally);
  }

  private static void score(@Nullable LocalDate end, @Nullable LocalDate told, Tally tally) {
    if (end == null) {
      return;
    }
    tally.defaults++;
    if (told != null) {
      long lead = end.toEpochDay() - told.toEpochDay();
      tally.leads.add(lead);
      tally.early += lead >= LEAD_DAYS ? 1 : 0;
    }
  }

  private static boolean isAlarm(List<MarketplaceSettlement> settlements, LocalDate day) {
    PayoutReport report = PayoutWatch.of(settlements, PayoutTerms.shipped(), day);
    return report.accounts().stream().anyMatch(account -> account.isAlarm());
  }

  /// A receivable of the simulator is a settlement with its promised day.
  private static List<MarketplaceSettlement> settlements(Life life) {
    List<MarketplaceSettlement> settlements = new ArrayList<>();
    for (Account account : life.book().accounts()) {
      Receivable receivable = account.receivable();
      List<Payout> payouts = new ArrayList<>();
      for (Entry entry : account.entries()) {
        LocalDate on = entry.on() == null ? receivable.issued() : entry.on();
        payouts.add(new Payout(on, entry.amount(), true));
      }
      settlements.add(
          new MarketplaceSettlement(
              life.debtor().id(),
              "",
              receivable.number(),
              receivable.issued(),
              receivable.issued(),
              receivable.amount().currency(),
              receivable.amount(),
              receivable.amount(),
              1,
              Map.of(RowType.SALE, receivable.amount()),
              payouts,
              receivable.due(),
              true,
              Origin.NONE));
    }
    return settlements;
  }
}
