package dunnage.formats;

import dunnage.kernel.money.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands above the header: "All amounts in USD, unless specified", "Seller,shop".
///
/// @param currency of every amount that names none; null if it is not told
/// @param seller empty if it is not told
record MarketplacePreamble(@Nullable Currency currency, String seller) {

  private static final Pattern CODE = Pattern.compile("(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])");

  static MarketplacePreamble of(
      MarketplaceColumns columns, List<String[]> rows, List<Integer> lines) {
    Currency currency = null;
    String seller = "";
    for (int i = 0; i < rows.size() && lines.get(i) < columns.header().line(); i++) {
      String[] row = rows.get(i);
      String first = Folding.fold(row.length == 0 ? "" : row[0]);
      if (row.length > 1 && (first.equals("seller") || first.equals("verkaufer"))) {
        seller = row[1].strip();
      } else if (currency == null) {
        currency = currency(String.join(" ", row));
      }
    }
    return new MarketplacePreamble(currency, seller);
  }

  private static @Nullable Currency currency(String sentence) {
    String lower = sentence.toLowerCase(Locale.ROOT);
    boolean tells =
        lower.contains("amount")
            || lower.contains("betr")
            || lower.contains("montant")
            || lower.contains("import")
            || lower.contains("valor")
            || lower.contains("金額")
            || lower.contains("bedrag")
            || lower.contains("kwot")
            || lower.contains("belopp");
    if (!tells) {
      return null;
    }
    Matcher code = CODE.matcher(sentence);
    while (code.find()) {
      Currency found = Currency.find(code.group());
      if (found != null && !found.equals(Currency.NONE)) {
        return found;
      }
    }
    if (lower.contains("euro")) {
      return Currency.of("EUR");
    }
    return lower.contains("円") || lower.contains("yen") ? Currency.of("JPY") : null;
  }
}
