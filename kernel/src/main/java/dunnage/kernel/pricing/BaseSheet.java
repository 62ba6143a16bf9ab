package dunnage.kernel.pricing;

import dunnage.kernel.money.Money;
import java.util.ArrayList;
import java.util.List;

/// Writes a borrowing base line by line and keeps the running total.
final class BaseSheet {

  final List<BaseLine> lines = new ArrayList<>();
  private Money running;

  BaseSheet(Money gross, int receivables) {
    running = gross;
    lines.add(new BaseLine("gross", "open receivables", receivables, gross, gross, true));
  }

  Money running() {
    return running;
  }

  /// Deducts; a line of nothing is left out. Never below zero.
  ///
  /// @param wanted zero or more
  void deduct(String code, String words, int receivables, Money wanted) {
    Money amount = wanted.min(running);
    if (amount.signum() > 0) {
      running = running.minus(amount);
      lines.add(new BaseLine(code, words, receivables, amount.negated(), running, false));
    }
  }

  void subtotal(String code, String words, int receivables) {
    lines.add(new BaseLine(code, words, receivables, running, running, true));
  }
}
