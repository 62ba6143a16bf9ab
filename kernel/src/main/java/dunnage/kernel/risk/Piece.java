package dunnage.kernel.risk;

import java.util.Locale;

/// The pieces of the score and the most each can cost, of 100 points. This table and the one in
/// `docs/methodology/grade.md` are compared by a test.
public enum Piece {
  INSOLVENCY_OPENED(100, "insolvency proceedings are opened: the grade is E at once"),
  PAYMENT_INDEX(40, "payment index of the last 12 months below 80: 0.75 points each"),
  INSOLVENCY_PETITION(
      35,
      "30 for a petition that is pending, 20 for each one dismissed, fading to 0 over 24 months"),
  OVERDUE(
      25,
      "age of the oldest part late: 3 (1–30 days), 8 (31–60), 14 (61–90), 20 (91–180), 25 beyond; half of it in any case, the other half by the share of what is open that is late"),
  BROKEN_PROMISES(18, "6 for each promise whose day passed without the money"),
  OVERDUE_GROWING(12, "overdue is frequent and growing"),
  LATENESS_RISING(10, "pays later than before"),
  ORDERS_FALLING(10, "5 when orders fall by more than 15 %, 10 by more than 50 %"),
  EVER_OVER_90(
      10,
      "share of what fell due that was ever more than 90 days late: 2 when any, 5 from 2 %, 10 from 10 %"),
  NEW_WHILE_UNPAID(
      10, "new business in the last 60 days while balances are more than 60 days late"),
  SILENCE(10, "no answer: 5, from 30 days 10"),
  PUBLIC_WARNING(10, "5 for each public warning"),
  DIVISION_CLOSED(8, "a division is closed or staff are laid off"),
  DISPUTES_OPEN(8, "4 for each open dispute"),
  CONTACT_GONE(6, "the person one dealt with has left"),
  VOLATILITY(6, "payment days spread by more than 15 days 3, by more than 30 days 6"),
  NOT_ENOUGH_DATA(0, "fewer than 3 experiences and nothing late: no grade");

  private final int most;
  private final String rule;

  Piece(int most, String rule) {
    this.most = most;
    this.rule = rule;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The most it can cost, points of 100.
  public int most() {
    return most;
  }

  /// When and how much, in words.
  public String rule() {
    return rule;
  }
}
