package dunnage.kernel.money;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// An ISO 4217 currency in which one can owe, with its number of decimals.
///
/// Source of the table: the JDK's copy of ISO 4217, historic codes included. Metals, test codes and
/// units of account (no decimals in the table) are not currencies here.
///
/// @param code three capital letters; `XXX` is ISO's "no currency"
/// @param digits decimals of an amount, 0 to 4
public record Currency(String code, int digits) implements Comparable<Currency> {

  /// "No currency": what a file without a currency column is in. Two decimals by convention.
  public static final Currency NONE = new Currency("XXX", 2);

  private static final Map<String, Currency> KNOWN = new ConcurrentHashMap<>(Map.of("XXX", NONE));
  private static final Set<String> NOT_OWED =
      Set.of("XTS", "XAU", "XAG", "XPT", "XPD", "XDR", "XUA", "XSU");

  /// @throws IllegalArgumentException if the code is not in the table
  public static Currency of(String code) {
    Currency found = find(code);
    if (found == null) {
      throw new IllegalArgumentException("not an ISO 4217 currency: " + code);
    }
    return found;
  }

  /// The currency, or null if no one can owe in that code. Only the exact three capitals count.
  public static @Nullable Currency find(String code) {
    Currency known = KNOWN.get(code);
    if (known != null) {
      return known;
    }
    if (code.length() != 3 || NOT_OWED.contains(code)) {
      return null;
    }
    try {
      int digits = java.util.Currency.getInstance(code).getDefaultFractionDigits();
      if (digits < 0) {
        return null;
      }
      Currency made = new Currency(code, digits);
      Currency raced = KNOWN.putIfAbsent(code, made);
      return raced == null ? made : raced;
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }

  @Override
  public int compareTo(Currency other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
