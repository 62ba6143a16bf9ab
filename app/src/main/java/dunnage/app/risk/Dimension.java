package dunnage.app.risk;

import dunnage.kernel.risk.Piece;
import java.util.EnumSet;
import java.util.Set;

/// What the pieces of a score are about, five in all. A piece belongs to one of them; their points
/// add up to those that the score lost.
enum Dimension {
  PAYING(Piece.PAYMENT_INDEX, Piece.EVER_OVER_90, Piece.VOLATILITY),
  OVERDUE(Piece.OVERDUE, Piece.OVERDUE_GROWING, Piece.NEW_WHILE_UNPAID),
  TREND(Piece.LATENESS_RISING, Piece.ORDERS_FALLING),
  WORD(Piece.BROKEN_PROMISES, Piece.SILENCE, Piece.DISPUTES_OPEN),
  STANDING(
      Piece.INSOLVENCY_OPENED,
      Piece.INSOLVENCY_PETITION,
      Piece.PUBLIC_WARNING,
      Piece.DIVISION_CLOSED,
      Piece.CONTACT_GONE);

  private final Set<Piece> pieces;

  Dimension(Piece first, Piece... others) {
    pieces = EnumSet.of(first, others);
  }

  boolean has(Piece piece) {
    return pieces.contains(piece);
  }

  /// Whether a reason of a score is about it.
  boolean has(String code) {
    return pieces.stream().anyMatch(piece -> piece.code().equals(code));
  }

  String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
