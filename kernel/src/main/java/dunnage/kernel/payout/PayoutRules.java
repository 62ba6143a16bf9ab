package dunnage.kernel.payout;

import dunnage.kernel.shipped.ShippedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The rules that ship with the kernel (`payout-rules.tsv`, with their sources), newest first.
public final class PayoutRules {

  private static final List<PayoutRule> SHIPPED = load();

  private PayoutRules() {}

  /// The rule of a marketplace for a settlement period, or null if none is known.
  ///
  /// @param currency ISO code in which it pays
  /// @param day last day of the period
  public static @Nullable PayoutRule of(String marketplace, String currency, LocalDate day) {
    for (PayoutRule rule : SHIPPED) {
      if (rule.marketplace().equals(marketplace)
          && rule.holdsFor(currency)
          && !rule.validFrom().isAfter(day)) {
        return rule;
      }
    }
    return null;
  }

  /// The marketplaces for which a rule is known, in order of name.
  public static List<String> marketplaces() {
    TreeSet<String> names = new TreeSet<>();
    SHIPPED.forEach(rule -> names.add(rule.marketplace()));
    return List.copyOf(names);
  }

  private static List<PayoutRule> load() {
    List<PayoutRule> rules = new ArrayList<>();
    for (String line : ShippedText.of(PayoutRules.class, "payout-rules.tsv").split("\n")) {
      if (!line.isBlank() && !line.startsWith("#")) {
        rules.add(rule(line.split("\t")));
      }
    }
    rules.sort(Comparator.comparing(PayoutRule::validFrom).reversed());
    return List.copyOf(rules);
  }

  private static PayoutRule rule(String[] cells) {
    String promise = cells[4];
    int slash = promise.indexOf('/');
    return new PayoutRule(
        cells[0],
        cells[1],
        LocalDate.parse(cells[2]),
        Integer.parseInt(cells[3]),
        slash < 0 ? 0 : Integer.parseInt(promise.substring(0, slash)),
        Integer.parseInt(promise.substring(slash + 1).replace("+", "")),
        Integer.parseInt(cells[5]),
        cells[6],
        cells[7],
        cells[8]);
  }
}
