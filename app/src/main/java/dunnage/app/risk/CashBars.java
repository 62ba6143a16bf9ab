package dunnage.app.risk;

import dunnage.app.risk.DeskTable.CashRow;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The weeks of expected cash in one currency, each as a band with its likeliest sum. Heights are
/// pixels of a drawing 160 high, places percent of its width.
record CashBars(String currency, CashRow total, List<Week> weeks) {

  record Week(
      LocalDate from,
      Money expected,
      Money low,
      Money high,
      BigDecimal x,
      BigDecimal width,
      BigDecimal end,
      BigDecimal top,
      BigDecimal height,
      BigDecimal mark) {}

  private static final int FOOT = 160;
  private static final int TALL = 150;
  private static final BigDecimal FILLED = new BigDecimal("0.7");

  static Optional<CashBars> of(String currency, List<CashRow> all) {
    List<CashRow> rows =
        all.stream().filter(row -> row.currency().code().equals(currency)).toList();
    List<CashRow> weeks = rows.stream().filter(row -> row.week() > 0).toList();
    if (weeks.isEmpty()) {
      return Optional.empty();
    }
    long most = weeks.stream().mapToLong(row -> row.high().minor()).max().orElse(0);
    BigDecimal step = BigDecimal.valueOf(100).divide(count(weeks), 3, RoundingMode.HALF_UP);
    List<Week> drawn = new ArrayList<>();
    for (int i = 0; i < weeks.size(); i++) {
      CashRow row = weeks.get(i);
      BigDecimal x = step.multiply(BigDecimal.valueOf(i));
      BigDecimal width = step.multiply(FILLED);
      BigDecimal top = y(row.high(), most);
      drawn.add(
          new Week(
              row.from(),
              row.expected(),
              row.low(),
              row.high(),
              x,
              width,
              x.add(width),
              top,
              y(row.low(), most).subtract(top).max(BigDecimal.ONE),
              y(row.expected(), most)));
    }
    return Optional.of(new CashBars(currency, rows.getFirst(), drawn));
  }

  private static BigDecimal count(List<CashRow> weeks) {
    return BigDecimal.valueOf(weeks.size());
  }

  private static BigDecimal y(Money amount, long most) {
    return most <= 0
        ? BigDecimal.valueOf(FOOT)
        : BigDecimal.valueOf(FOOT)
            .subtract(
                BigDecimal.valueOf(TALL)
                    .multiply(BigDecimal.valueOf(amount.minor()))
                    .divide(BigDecimal.valueOf(most), 1, RoundingMode.HALF_UP));
  }
}
