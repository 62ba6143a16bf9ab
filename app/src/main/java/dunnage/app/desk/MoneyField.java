package dunnage.app.desk;

import dunnage.app.wording.MoneyText;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An amount as it was typed into a page.
///
/// @param money null where nothing was typed or it is unclear
/// @param unclear why it is no amount, a word of [MoneyText.Unclear]; null where it is one
public record MoneyField(String typed, @Nullable Money money, @Nullable String unclear) {

  /// @param fallback the currency where none is typed
  public static MoneyField read(String typed, @Nullable Currency fallback) {
    if (typed.isBlank()) {
      return new MoneyField("", null, null);
    }
    try {
      return new MoneyField(typed, MoneyText.read(typed, fallback), null);
    } catch (MoneyText.Unclear unclear) {
      return new MoneyField(typed, null, unclear.code());
    }
  }

  /// Money as JSON has it; null where it is none.
  public static @Nullable Money of(JsonNode json) {
    Currency currency = Currency.find(json.path("currency").asString(""));
    String amount = json.path("amount").asString("");
    return currency == null || amount.isEmpty() ? null : Money.of(currency, new BigDecimal(amount));
  }
}
