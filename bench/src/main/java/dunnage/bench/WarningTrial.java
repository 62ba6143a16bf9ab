package dunnage.bench;

import dunnage.kernel.ledger.DebtorBook;
import dunnage.kernel.warning.Climate;
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

    WarningCurve.Share share() {
      double all = Math.max(1, defaults) / 100.0;
      return new WarningCurve.Share(alarmedBeforeNinety / all, alarmed / all, medianLead());
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

  /// Evidence for the worse on one day, in units of the thresholds as shipped.
  private record Look(LocalDate day, Map<Signal, Double> worse) {}

  private record Watched(Life life, List<Look> looks) {}

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
    List<Watched> watched = watch(lives, bare);
    double micros = (System.nanoTime() - began) / 1e3 / (lives.size() * (YEARS * 365.0 / WEEK));
    print(args[0], tally(watched, 1), micros);
    if (curve != null) {
      List<WarningCurve.Point> points = new ArrayList<>();
      for (double strictness : STRICTNESS) {
        points.add(point(strictness, tally(watched, strictness)));
      }
      points.forEach(System.out::println);
      Files.writeString(curve, WarningCurve.svg(args[0], points), StandardCharsets.UTF_8);
    }
  }

  /// Looks at every debtor every week once, at the lowest thresholds of the curve.
  private static List<Watched> watch(List<Life> lives, boolean bare) {
    List<Watched> watched = new ArrayList<>();
    for (Life life : lives) {
      if (life.facts().isEmpty()) {
        continue;
      }
      DebtorBook book = life.book();
      if (bare) {
        book = new DebtorBook(book.debtor(), book.accounts(), book.credits(), List.of(), List.of());
      }
      Life known = new Life(life.debtor(), life.kind(), life.truth(), List.of());
      watched.add(new Watched(known, looks(book)));
    }
    return watched;
  }

  private static List<Look> looks(DebtorBook book) {
    double least = STRICTNESS[0];
    List<Look> looks = new ArrayList<>();
    for (LocalDate day = START; day.isBefore(START.plusYears(YEARS)); day = day.plusDays(WEEK)) {
      Map<Signal, Double> worse = new EnumMap<>(Signal.class);
      for (Warning said : Warnings.of(book, day, Climate.NONE, least).warnings()) {
        if (said.direction() == Tendency.WORSE) {
          worse.put(said.signal(), least * said.evidence());
        }
      }
      if (!worse.isEmpty()) {
        looks.add(new Look(day, worse));
      }
    }
    return looks;
  }

  private static Map<Kind, Tally> tally(List<Watched> watched, double strictness) {
    Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
    for (Watched one : watched) {
      Tally tally = tallies.computeIfAbsent(one.life().kind(), k -> new Tally());
      score(one.life(), alarms(one.looks(), strictness), tally);
    }
    return tallies;
  }

  private static List<Alarm> alarms(List<Look> looks, double strictness) {
    List<Alarm> alarms = new ArrayList<>();
    LocalDate lastWarned = LocalDate.MIN;
    for (Look look : looks) {
      List<Signal> signals =
          look.worse().entrySet().stream()
              .filter(e -> e.getValue() >= strictness)
              .map(Map.Entry::getKey)
              .toList();
      if (!signals.isEmpty()) {
        if (lastWarned.isBefore(look.day().minusDays(SAME_ALARM_DAYS))) {
          alarms.add(new Alarm(look.day(), signals));
        }
        lastWarned = look.day();
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
    return new WarningCurve.Point(strictness, healthy(tallies, false), drift.share(), fall.share());
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
                "%-26s %5d, alarm >= %d days before it is 90 days past due / before the due date of what fails: %s%n",
                kind,
                tally.defaults,
                LEAD_DAYS,
                tally.share());
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
