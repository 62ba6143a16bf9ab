package dunnage.formats;

import dunnage.kernel.money.Currency;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Currencies as people write them. A bare `$`, `¥` or `kr` belongs to several and is not known.
final class CurrencyWords {

  private static final Map<String, Currency> KNOWN = load();

  private CurrencyWords() {}

  private static Map<String, Currency> load() {
    Map<String, Currency> known = new HashMap<>();
    for (ListedWords.Line line : ListedWords.read("words.tsv")) {
      if (line.meaning().startsWith("currency_")) {
        Currency currency = Currency.of(line.meaning().substring("currency_".length()));
        line.words().forEach(word -> known.put(fold(word), currency));
      }
    }
    return Map.copyOf(known);
  }

  /// The currency of a word, symbol or ISO code in any case, or null. `XXX` is no currency in which
  /// one can owe.
  static @Nullable Currency find(String word) {
    String folded = fold(word);
    Currency named = KNOWN.get(folded);
    if (named != null) {
      return named;
    }
    if (folded.length() != 3) {
      return null;
    }
    Currency coded = Currency.find(folded.toUpperCase(Locale.ROOT));
    return coded == null || coded.equals(Currency.NONE) ? null : coded;
  }

  /// Whether a sign stands for a currency without saying which.
  static boolean isAmbiguous(String word) {
    return switch (fold(word)) {
      case "$", "¥", "kr", "dollar", "dollars" -> true;
      default -> false;
    };
  }

  /// Symbols count here, so letters and signs stay; full-width forms, case and dots do not matter.
  private static String fold(String word) {
    String plain =
        Normalizer.normalize(word, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
