package dunnage.formats;

import dunnage.kernel.money.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads a currency as files write it: an ISO code in any case, or a sign or word that can mean one
/// currency only. `$` and `¥` alone can mean several and are refused.
final class CurrencyCell {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("RMB", "CNY"),
          Map.entry("CNH", "CNY"),
          Map.entry("人民币", "CNY"),
          Map.entry("元", "CNY"),
          Map.entry("美元", "USD"),
          Map.entry("欧元", "EUR"),
          Map.entry("英镑", "GBP"),
          Map.entry("卢布", "RUB"),
          Map.entry("日元", "JPY"),
          Map.entry("港币", "HKD"),
          Map.entry("€", "EUR"),
          Map.entry("EURO", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("₽", "RUB"),
          Map.entry("РУБ", "RUB"),
          Map.entry("РУБ.", "RUB"),
          Map.entry("RUR", "RUB"),
          Map.entry("US$", "USD"),
          Map.entry("ДОЛЛ. США", "USD"),
          Map.entry("ЕВРО", "EUR"));

  private final Map<String, Currency> known = new HashMap<>();

  /// The currency, or null if no one can owe in what is written. `XXX` written out is refused too.
  @Nullable Currency read(String cell) {
    Currency seen = known.get(cell);
    if (seen != null) {
      return seen;
    }
    String text = cell.strip().toUpperCase(Locale.ROOT);
    Currency found = Currency.find(WORDS.getOrDefault(text, text));
    if (found == null || found.equals(Currency.NONE)) {
      return null;
    }
    known.put(cell, found);
    return found;
  }
}
