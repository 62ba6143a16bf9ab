package dunnage.app.cli;

import dunnage.app.wording.MoneyText;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/// An amount of money written on the command line, see [MoneyText].
final class AmountText {

  private AmountText() {}

  /// A positive amount with its currency.
  ///
  /// @param fallback the currency if none is written; null if one must be
  /// @throws Stop with what to write instead
  static Money positive(String flag, String written, @Nullable Currency fallback, String example) {
    Money money = read(flag, written, fallback, example);
    if (money.signum() <= 0) {
      throw wrong(flag, written, "must be more than zero", example);
    }
    return money;
  }

  private static Money read(
      String flag, String written, @Nullable Currency fallback, String example) {
    try {
      return MoneyText.read(written, fallback);
    } catch (MoneyText.Unclear unclear) {
      throw wrong(flag, written, unclear.what(), example);
    }
  }

  private static Stop wrong(String flag, String written, String what, String example) {
    return new Stop(
        ExitCode.USAGE,
        flag + " " + written + " " + what + "; write it like " + flag + " \"" + example + "\".");
  }
}
