package dunnage.app.risk;

import dunnage.app.ledger.Shares.Share;
import dunnage.kernel.assessment.Portfolio.Concentration;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How much of what is open in a currency hangs on its largest debtors.
///
/// @param advice key of what to do about it
/// @param first percent that the largest holds
/// @param three percent that the three largest hold
record ShareBars(
    String currency,
    Money total,
    long debtors,
    long herfindahl,
    String advice,
    BigDecimal first,
    BigDecimal three,
    List<Bar> bars) {

  /// @param share percent of what is open
  /// @param length of the bar, percent of the width
  /// @param reached share of this and all larger ones
  record Bar(
      String id,
      String name,
      Money open,
      BigDecimal share,
      BigDecimal length,
      BigDecimal reached) {}

  /// So many are drawn, the others stand in the table.
  static final int DRAWN = 5;

  static final int LARGEST = 10;
  private static final int THREE = 3;

  /// @param largest of several currencies, the largest first
  /// @return empty where nothing is open in the currency
  static Optional<ShareBars> of(String currency, List<Share> largest) {
    List<Share> mine =
        largest.stream().filter(s -> s.open().currency().code().equals(currency)).toList();
    if (mine.isEmpty()) {
      return Optional.empty();
    }
    Share first = mine.getFirst();
    List<Bar> bars = new ArrayList<>();
    Money reached = Money.zero(first.open().currency());
    for (Share share : mine) {
      reached = reached.plus(share.open());
      bars.add(
          new Bar(
              share.debtor().id(),
              share.debtor().name(),
              share.open(),
              percent(share.open(), share.total()),
              percent(share.open(), first.open()),
              percent(reached, share.total())));
    }
    BigDecimal most = bars.getFirst().share();
    String advice =
        most.doubleValue() > Concentration.MUCH_PERCENT
            ? "one"
            : first.herfindahl() > Concentration.NARROW_HERFINDAHL ? "few" : "spread";
    return Optional.of(
        new ShareBars(
            currency,
            first.total(),
            first.debtors(),
            Math.round(first.herfindahl()),
            advice,
            most,
            bars.get(Math.min(THREE, bars.size()) - 1).reached(),
            bars));
  }

  /// Those with a bar of their own.
  public List<Bar> drawn() {
    return bars.subList(0, Math.min(DRAWN, bars.size()));
  }

  private static BigDecimal percent(Money part, Money whole) {
    return BigDecimal.valueOf(100)
        .multiply(part.toBigDecimal())
        .divide(whole.toBigDecimal(), 1, RoundingMode.HALF_UP);
  }
}
