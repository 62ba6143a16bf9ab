package dunnage.bench;

import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.warning.Climate;
import dunnage.kernel.warning.DebtorWarning;
import dunnage.kernel.warning.Signal;
import dunnage.kernel.warning.Tendency;
import dunnage.kernel.warning.Warning;
import dunnage.kernel.warning.Warnings;
import dunnage.kernel.world.Kind;
import dunnage.kernel.world.Life;
import dunnage.kernel.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// How early the warning comes in the simulated world, and how often it comes for nothing.
///
/// `WarningTrial SEEDS [--curve FILE.svg] [--receivables-only]`, seeds as `1..5` or `101,102`:
/// 1,000 debtors and 200 marketplaces a seed, three years, looked at every week.
public final class WarningTrial {

  private static final LocalDate START = LocalDate.of(2021, 1, 1);
  private static final int YEARS = 3;
  private static final int DEBTORS = 1000;
  private static final int MARKETPLACES = 200;
  private static final int WEEK = 7;

  /// A warning that comes back within these days is the same alarm.
  private static final int SAME_ALARM_DAYS = 90;

  static final int LEAD_DAYS = 30;
  private static final double[] STRICTNESS = {0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3, 1.6, 2};

  /// What became of the debtors of one kind.
  static final class Tally {
    int debtors;
    int defaults;
    int alarmed;
    int alarmedBeforeNinety;
    int falseAlarms;
    double debtorYears;
    final List<Long> leads = new ArrayList<>();
    final Map<String, Integer> by = new TreeMap<>();

    double caught() {
      return defaults == 0 ? 0 : 100.0 * alarmed / defaults;
    }

    double falsePerHundredYears() {
      return debtorYears == 0 ? 0 : 100.0 * falseAlarms / debtorYears;
    }

    long medianLead() {
      leads.sort(null);
      return leads.isEmpty() ? 0 : leads.get(leads.size() / 2);
    }
  }

  /// One alarm: the day it began and the signals that said so.
  record Alarm(LocalDate on, List<Signal> signals) {}

  private WarningTrial() {}

  public static void main(String[] args) throws IOException {
    List<Long> seeds = seeds(args[0]);
    Path curve = null;
    boolean bare = false;
    for (int i = 1; i < args.length; i++) {
      bare |= args[i].equals("--receivables-only");
      curve = args[i].equals("--curve") ? Path.of(args[i + 1]) : curve;
    }
    List<Life> lives = new ArrayList<>();
    for (long seed : seeds) {
      lives.addAll(World.debtors(seed, DEBTORS, START, YEARS));
      lives.addAll(World.marketplaces(seed, MARKETPLACES, START, YEARS));
    }
    long began = System.nanoTime();
    Map<Kind, Tally> now = run(lives, 1, bare);
    double micros = (System.nanoTime() - began) / 1e3 / (lives.size() * (YEARS * 365.0 / WEEK));
    print(args[0], now, micros);
    if (curve != null) {
      List<WarningCurve.Point> points = new ArrayList<>();
      for (double strictness : STRICTNESS) {
        points.add(point(strictness, run(lives, strictness, bare)));
      }
      points.forEach(System.out::println);
      Files.writeString(curve, WarningCurve.svg(args[0], points), StandardCharsets.UTF_8);
    }
  }

  private static Map<Kind, Tally> run(List<Life> lives, double strictness, boolean bare) {
    Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    for (Life life : lives) {
      if (life.facts().isEmpty()) {
        continue;
      }
      DebtorBook book = life.book();
      if (bare) {
        book = new DebtorBook(book.debtor(), book.accounts(), book.credits(), List.of(), List.of());
      }
      Tally tally = tallies.computeIfAbsent(life.kind(), k -> new Tally());
      score(life, alarms(book, strictness), tally);
    }
    return tallies;
  }

  static List<Alarm> alarms(DebtorBook book, double strictness) {
    List<Alarm> alarms = new ArrayList<>();
    LocalDate lastWarned = LocalDate.MIN;
    for (LocalDate day = START; day.isBefore(START.plusYears(YEARS)); day = day.plusDays(WEEK)) {
      DebtorWarning said = Warnings.of(book, day, Climate.NONE, strictness);
      if (said.trend() == Tendency.WORSE) {
        if (lastWarned.isBefore(day.minusDays(SAME_ALARM_DAYS))) {
          alarms.add(
              new Alarm(
                  day,
                  said.warnings().stream()
                      .filter(w -> w.direction() == Tendency.WORSE)
                      .map(Warning::signal)
                      .toList()));
        }
        lastWarned = day;
      }
    }
    return alarms;
  }

  private static void score(Life life, List<Alarm> alarms, Tally tally) {
    tally.debtors++;
    LocalDate worse = life.truth().worseFrom();
    LocalDate fails = life.truth().firstDefault();
    if (life.kind().healthy()) {
      tally.debtorYears += YEARS;
      tally.falseAlarms += alarms.size();
      alarms.forEach(a -> tally.by.merge(a.signals().toString(), 1, Integer::sum));
      return;
    }
    if (fails == null || worse == null || fails.isAfter(START.plusYears(YEARS))) {
      return;
    }
    tally.defaults++;
    Alarm first = first(alarms, worse);
    long lead = first == null ? -999 : fails.toEpochDay() - first.on().toEpochDay();
    tally.leads.add(lead);
    tally.alarmed += lead >= LEAD_DAYS ? 1 : 0;
    tally.alarmedBeforeNinety += lead + 90 >= LEAD_DAYS ? 1 : 0;
    String shape = life.truth().shape() + " ";
    tally.by.merge(
        shape + (lead >= LEAD_DAYS && first != null ? first.signals() : "late or never"),
        1,
        Integer::sum);
  }

  private static @Nullable Alarm first(List<Alarm> alarms, LocalDate worse) {
    return alarms.stream().filter(a -> !a.on().isBefore(worse)).findFirst().orElse(null);
  }

  private static WarningCurve.Point point(double strictness, Map<Kind, Tally> tallies) {
    Tally drift = tallies.getOrDefault(Kind.DRIFTING, new Tally());
    Tally fall = tallies.getOrDefault(Kind.ORDERS_FALLING, new Tally());
    return new WarningCurve.Point(
        strictness,
        healthy(tallies, false),
        drift.caught(),
        fall.caught(),
        drift.medianLead(),
        fall.medianLead());
  }

  private static double healthy(Map<Kind, Tally> tallies, boolean marketplaces) {
    double alarms = 0;
    double years = 0;
    for (Map.Entry<Kind, Tally> entry : tallies.entrySet()) {
      if (entry.getKey().healthy() && entry.getKey().marketplace() == marketplaces) {
        alarms += entry.getValue().falseAlarms;
        years += entry.getValue().debtorYears;
      }
    }
    return 100 * alarms / years;
  }

  private static void print(String seeds, Map<Kind, Tally> tallies, double micros) {
    System.out.printf(
        Locale.ROOT,
        "seeds %s: %d debtors, %d marketplaces each, %d years, weekly%n",
        seeds,
        DEBTORS,
        MARKETPLACES,
        YEARS);
    tallies.forEach(
        (kind, tally) -> {
          if (kind.healthy()) {
            System.out.printf(
                Locale.ROOT,
                "%-26s %5d, false alarms per 100 years %.2f%n",
                kind,
                tally.debtors,
                tally.falsePerHundredYears());
          } else {
            System.out.printf(
                Locale.ROOT,
                "%-26s %5d, alarm >= %d days before the due date of the first default %.1f %% (before it is 90 days late %.1f %%), median lead %d days%n",
                kind,
                tally.defaults,
                LEAD_DAYS,
                tally.caught(),
                100.0 * tally.alarmedBeforeNinety / Math.max(1, tally.defaults),
                tally.medianLead());
          }
          tally.by.forEach((what, count) -> System.out.printf("    %4d %s%n", count, what));
        });
    System.out.printf(
        Locale.ROOT,
        "false alarms per 100 healthy debtor-years %.2f, marketplace-years %.2f; %.1f microseconds a look%n",
        healthy(tallies, false),
        healthy(tallies, true),
        micros);
  }

  private static List<Long> seeds(String text) {
    if (text.contains("..")) {
      String[] ends = text.split("\\.\\.", 2);
      return LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]))
          .boxed()
          .toList();
    }
    return java.util.Arrays.stream(text.split(",", -1)).map(Long::parseLong).toList();
  }
}
