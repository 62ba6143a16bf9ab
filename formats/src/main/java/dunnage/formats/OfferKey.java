package dunnage.formats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The keys of an offer's terms, in the order in which a template lists them.
public enum OfferKey {
  FINANCIER("Northbank", "who offers it", false),
  ADVANCE_RATE("85%", "share of the borrowing base paid today", false),
  FEE("2.8%", "2.8% | 3% per 30 days [prorated] | 9.5% a year", false),
  FEE_ON("invoice", "invoice | advance: what the fee is a share of", false),
  FEE_TAKEN("at payment", "at payment | up front", false),
  ADMIN_FEE("0.5%", "of the invoices taken, once", false),
  MINIMUM_FEE("250.00 EUR", "least sum of fee and admin fee", false),
  PER_INVOICE("5.00 EUR", "for each invoice taken", false),
  SETUP("500.00 EUR", "once", false),
  WIRE("15.00 EUR", "for each of two transfers", false),
  RESERVE("5%", "share of the counted pool, or an amount", false),
  LIMIT("500000.00 EUR", "most that is advanced", false),
  RECOURSE("yes", "yes | no: whether you pay back what the debtor never pays", false),
  RECOURSE_DAYS("90", "days past due after which you pay back", false),
  MAX_DAYS_FROM_INVOICE("90", "older invoices are out", false),
  MAX_DAYS_PAST_DUE("60", "later ones are out", false),
  CROSS_AGING("50%", "a debtor is out when more than this is out by age", false),
  MAX_TERMS_DAYS("120", "longest days from invoice to due", false),
  DISPUTED("excluded", "excluded | taken", false),
  CURRENCIES("EUR, USD", "only these", true),
  ONLY_COUNTRIES("DE, GB", "only debtors there", true),
  NOT_COUNTRIES("RU, BY", "no debtor there", true),
  MINIMUM_INVOICE("500.00 EUR", "smallest open amount; once per currency", true),
  AFFILIATES("C007", "debtors that belong to you", true),
  GOVERNMENT("C009", "debtors that are public bodies", true),
  INSOLVENT("C011", "debtors known to be insolvent", true),
  INSURED_ONLY("C001, C002", "only these debtors, which are insured", true),
  ASSIGNED("INV-17", "receivables or debtors already assigned or pledged", true),
  DELIVERED_ONLY("INV-18, INV-19", "only these receivables, which have proof of delivery", true),
  CONTRA("C003 1200.00 EUR", "what you owe a debtor", true),
  CREDITS_IN_PRIOR("added back", "added back | netted, against what is out first", false),
  CONCENTRATION("20%", "most of the pool that one debtor may be", false),
  CONCENTRATION_OF("pool", "pool | capped pool: of which pool", false),
  DILUTION_TOLERANCE("5%", "credit notes per sales that cost nothing", false),
  DILUTION("3%", "reckon with this instead of measuring it", false),
  EARLY("2% 10 net 30", "no financier: ask debtors; or 8% a year in 5 days", false);

  private final String example;
  private final String meaning;
  private final boolean list;

  OfferKey(String example, String meaning, boolean list) {
    this.example = example;
    this.meaning = meaning;
    this.list = list;
  }

  /// As written in a file and on the command line, e.g. `advance-rate`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String example() {
    return example;
  }

  /// For people.
  public String meaning() {
    return meaning;
  }

  /// How a line of a file, or an option, says it.
  String like(boolean inFile) {
    return inFile ? key() + ": " + example : option() + joint() + "\"" + example + "\"";
  }

  /// Keys without an option of their own go with `--term`.
  private String option() {
    return switch (this) {
      case ADVANCE_RATE, FEE, MINIMUM_FEE, RESERVE, CONCENTRATION, EARLY -> "--" + key();
      default -> "--term " + key();
    };
  }

  private String joint() {
    return option().startsWith("--term ") ? "=" : " ";
  }

  /// Whether the key may stand several times and takes several values.
  boolean list() {
    return list;
  }

  /// The key, however its words are joined; null when there is none.
  static @Nullable OfferKey find(String written) {
    String plain = plain(written);
    return Arrays.stream(values()).filter(k -> k.key().equals(plain)).findFirst().orElse(null);
  }

  /// The key that takes the fewest changed letters.
  static OfferKey nearest(String written) {
    String plain = plain(written);
    return List.of(values()).stream()
        .min(Comparator.comparingInt(k -> distance(plain, k.key())))
        .orElse(FINANCIER);
  }

  private static String plain(String written) {
    return written.strip().toLowerCase(Locale.ROOT).replaceAll("[ _]+", "-");
  }

  /// Letters to insert, drop or change (Levenshtein).
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    Arrays.setAll(row, j -> j);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
