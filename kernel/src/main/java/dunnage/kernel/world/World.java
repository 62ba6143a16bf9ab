package dunnage.kernel.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// The simulated world. The same seed gives the same world, and each debtor is the same however
/// many are asked for. Its ranges and their sources: docs/methodology/world.md.
public final class World {

  /// How often each kind occurs among debtors, in percent; what no statistics tell is a choice:
  /// rather too many bad ones, so that each kind can be measured.
  private static final Kind[] DEBTORS =
      shares(
          new Kind[] {
            Kind.STEADY,
            Kind.SEASONAL,
            Kind.IMPROVING,
            Kind.DRIFTING,
            Kind.ORDERS_FALLING,
            Kind.BALANCES_UNPAID,
            Kind.INSOLVENT_OVERNIGHT
          },
          45,
          15,
          8,
          15,
          10,
          4,
          3);

  private static final Kind[] MARKETPLACES =
      shares(
          new Kind[] {
            Kind.MARKETPLACE_HEALTHY,
            Kind.MARKETPLACE_SEASONAL,
            Kind.MARKETPLACE_RULE_CHANGE,
            Kind.MARKETPLACE_SQUEEZE,
            Kind.MARKETPLACE_SUDDEN_STOP
          },
          35,
          20,
          20,
          20,
          5);

  private World() {}

  /// Debtors of all kinds that begin to order on `from`.
  ///
  /// @param years how long they order; at least 2
  public static List<Life> debtors(long seed, int count, LocalDate from, int years) {
    List<Life> lives = new ArrayList<>();
    eachDebtor(seed, count, from, years, lives::add);
    return lives;
  }

  /// The same one by one, so that a large world never stands in memory.
  public static void eachDebtor(
      long seed, int count, LocalDate from, int years, Consumer<Life> to) {
    for (int i = 0; i < count; i++) {
      SplittableRandom random = new SplittableRandom(seed * 1_000_003L + i);
      Kind kind = DEBTORS[random.nextInt(100)];
      to.accept(new DebtorSimulation("D%04d".formatted(i + 1), kind, from, years, random).run());
    }
  }

  /// One debtor of a kind.
  public static Life debtor(long seed, Kind kind, LocalDate from, int years) {
    SplittableRandom random = new SplittableRandom(seed);
    return kind.marketplace()
        ? new MarketplaceSimulation("M0001", kind, from, years, random).run()
        : new DebtorSimulation("D0001", kind, from, years, random).run();
  }

  /// Marketplaces of all kinds, each as one seller sees it: a receivable per settlement period.
  public static List<Life> marketplaces(long seed, int count, LocalDate from, int years) {
    List<Life> lives = new ArrayList<>();
    eachMarketplace(seed, count, from, years, lives::add);
    return lives;
  }

  /// The same one by one.
  public static void eachMarketplace(
      long seed, int count, LocalDate from, int years, Consumer<Life> to) {
    for (int i = 0; i < count; i++) {
      SplittableRandom random = new SplittableRandom(~seed * 1_000_003L + i);
      Kind kind = MARKETPLACES[random.nextInt(100)];
      to.accept(
          new MarketplaceSimulation("M%04d".formatted(i + 1), kind, from, years, random).run());
    }
  }

  private static Kind[] shares(Kind[] kinds, int... percents) {
    Kind[] all = new Kind[100];
    int at = 0;
    for (int i = 0; i < kinds.length; i++) {
      for (int n = 0; n < percents[i]; n++) {
        all[at++] = kinds[i];
      }
    }
    return all;
  }
}
