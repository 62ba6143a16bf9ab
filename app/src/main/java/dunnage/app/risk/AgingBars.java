package dunnage.app.risk;

import dunnage.app.ledger.Aging;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// One bar for each currency as shares of what is open, since currencies have no common length; the
/// largest share overdue comes first.
///
/// @param overdueShare percent
/// @param amounts by bucket, not due first
record AgingBars(
    String currency,
    Money open,
    Money overdue,
    Money over90,
    BigDecimal overdueShare,
    List<Money> amounts,
    List<Piece> pieces) {

  /// @param index of the bucket; all places are percent of the width
  record Piece(int index, BigDecimal x, BigDecimal width, BigDecimal end) {}

  static List<AgingBars> of(List<Aging.Row> rows) {
    return rows.stream()
        .filter(row -> row.open().signum() > 0)
        .map(AgingBars::of)
        .sorted(Comparator.comparing(AgingBars::overdueShare).reversed())
        .toList();
  }

  private static AgingBars of(Aging.Row row) {
    List<Money> amounts = row.buckets().stream().map(Aging.Bucket::amount).toList();
    List<Piece> pieces = new ArrayList<>();
    BigDecimal x = BigDecimal.ZERO;
    for (int i = 0; i < amounts.size(); i++) {
      BigDecimal width = share(amounts.get(i), row.open());
      if (width.signum() > 0) {
        pieces.add(new Piece(i, x, width, x.add(width)));
      }
      x = x.add(width);
    }
    return new AgingBars(
        row.open().currency().code(),
        row.open(),
        row.overdue(),
        amounts.getLast(),
        share(row.overdue(), row.open()),
        amounts,
        pieces);
  }

  private static BigDecimal share(Money part, Money whole) {
    return BigDecimal.valueOf(100)
        .multiply(part.toBigDecimal())
        .divide(whole.toBigDecimal(), 2, RoundingMode.HALF_UP);
  }
}
