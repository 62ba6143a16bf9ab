package dunnage.kernel.payout;

import java.util.Locale;

/// What money in a settlement is for.
public enum RowType {
  SALE,
  REFUND,
  SHIPPING,
  TAX,
  FEE,
  ADVERTISING,
  ADJUSTMENT,
  CHARGEBACK,
  /// Kept back by the marketplace: negative.
  RESERVE_HOLD,
  /// Given free again: positive.
  RESERVE_RELEASE,
  /// A balance carried from or to another settlement, or taken from the seller's card. It is part
  /// of what the settlement adds up to.
  TRANSFER,
  /// Sent to the seller's bank. It is what the settlement adds up to, so it is no part of the sum.
  PAYOUT,
  /// Kept, but of a type that is not known.
  OTHER;

  /// The word in machine output, e.g. `reserve_hold`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The word for people, e.g. `reserve hold`.
  public String word() {
    return code().replace('_', ' ');
  }
}
