package dunnage.formats;

import dunnage.formats.OfferValue.Bad;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.pricing.Charges;
import dunnage.kernel.pricing.EligibilityRules;
import dunnage.kernel.pricing.Fee;
import dunnage.kernel.pricing.Financing;
import dunnage.kernel.pricing.Names;
import dunnage.kernel.pricing.Offer;
import dunnage.kernel.pricing.PoolRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// From the written terms to an [Offer]. What they do not say stands at the usual convention and is
/// told as assumed.
final class OfferTerms {

  private static final int DAYS_FROM_INVOICE = 90;
  private static final int DAYS_PAST_DUE = 60;
  private static final int RECOURSE_DAYS = 90;
  private static final BigDecimal CROSS_AGING = new BigDecimal("0.50");
  private static final BigDecimal DILUTION_TOLERANCE = new BigDecimal("0.05");

  private final String label;
  private final boolean fromFile;
  private final Map<OfferKey, List<OfferValue>> values;
  private final List<String> problems = new ArrayList<>();
  private final List<String> assumed = new ArrayList<>();

  /// What reads a value; a value that cannot be read is a problem.
  private interface Reader<T> {
    T read(OfferValue value) throws Bad;
  }

  OfferTerms(String label, boolean fromFile, Map<OfferKey, List<OfferValue>> values) {
    this.label = label;
    this.fromFile = fromFile;
    this.values = values;
  }

  OfferReading reading() {
    Offer offer = values.containsKey(OfferKey.EARLY) ? early() : financing();
    return problems.isEmpty()
        ? new OfferReading(offer, List.of(), assumed)
        : new OfferReading(null, problems, List.of());
  }

  private @Nullable Offer early() {
    for (OfferKey key : values.keySet()) {
      if (key != OfferKey.EARLY && key != OfferKey.FINANCIER) {
        problems.add(
            place(key) + ": " + key.key() + " does not go with early, which needs no financier.");
      }
    }
    return one(OfferKey.EARLY, v -> v.early(name("early " + v.text())), null);
  }

  private @Nullable Offer financing() {
    BigDecimal advanceRate = one(OfferKey.ADVANCE_RATE, OfferValue::shareAboveZero, null);
    missing(OfferKey.ADVANCE_RATE);
    Charges charges = charges();
    missing(OfferKey.FEE);
    EligibilityRules rules = rules();
    PoolRules pool = pool();
    boolean recourse =
        one(
            OfferKey.RECOURSE,
            v -> v.choice("yes", "no"),
            assume(OfferKey.RECOURSE, true, "recourse " + RECOURSE_DAYS + " days past due"));
    int recourseDays = one(OfferKey.RECOURSE_DAYS, v -> v.days(0), RECOURSE_DAYS);
    if (values.containsKey(OfferKey.RECOURSE) && recourse) {
      assume(OfferKey.RECOURSE_DAYS, RECOURSE_DAYS, RECOURSE_DAYS + " days past due for recourse");
    }
    if (advanceRate == null || charges == null || !problems.isEmpty()) {
      return null;
    }
    return new Financing(name(label), advanceRate, charges, recourse, recourseDays, rules, pool);
  }

  private String name(String otherwise) {
    String name = one(OfferKey.FINANCIER, OfferValue::text, otherwise);
    return name.isEmpty() ? otherwise : name.replaceAll("\\p{C}", "?");
  }

  private @Nullable Charges charges() {
    Fee.On on =
        one(
            OfferKey.FEE_ON,
            v -> v.choice("invoice", "advance") ? Fee.On.INVOICE : Fee.On.ADVANCE,
            null);
    Fee fee = one(OfferKey.FEE, v -> v.fee(on), null);
    BigDecimal admin = one(OfferKey.ADMIN_FEE, OfferValue::share, BigDecimal.ZERO);
    Money minimum = one(OfferKey.MINIMUM_FEE, OfferValue::amount, null);
    Money perInvoice = one(OfferKey.PER_INVOICE, OfferValue::amount, null);
    Money setup = one(OfferKey.SETUP, OfferValue::amount, null);
    Money wire = one(OfferKey.WIRE, OfferValue::amount, null);
    boolean upFront = one(OfferKey.FEE_TAKEN, v -> v.choice("up front", "at payment"), false);
    return fee == null ? null : new Charges(fee, admin, minimum, perInvoice, setup, wire, upFront);
  }

  private EligibilityRules rules() {
    int fromInvoice =
        one(
            OfferKey.MAX_DAYS_FROM_INVOICE,
            v -> v.days(1),
            assume(
                OfferKey.MAX_DAYS_FROM_INVOICE,
                DAYS_FROM_INVOICE,
                "at most " + DAYS_FROM_INVOICE + " days from the invoice"));
    int pastDue =
        one(
            OfferKey.MAX_DAYS_PAST_DUE,
            v -> v.days(0),
            assume(OfferKey.MAX_DAYS_PAST_DUE, DAYS_PAST_DUE, DAYS_PAST_DUE + " days past due"));
    BigDecimal crossAging =
        one(
            OfferKey.CROSS_AGING,
            OfferValue::share,
            assume(OfferKey.CROSS_AGING, CROSS_AGING, "cross-aging above 50 %"));
    return new EligibilityRules(
        fromInvoice,
        pastDue,
        crossAging,
        one(OfferKey.MAX_TERMS_DAYS, v -> v.days(0), null),
        one(OfferKey.DISPUTED, v -> v.choice("taken", "excluded"), false),
        currencies(),
        countries(OfferKey.ONLY_COUNTRIES),
        countries(OfferKey.NOT_COUNTRIES),
        minimumInvoices(),
        Names.of(words(OfferKey.AFFILIATES)),
        Names.of(words(OfferKey.GOVERNMENT)),
        Names.of(words(OfferKey.INSOLVENT)),
        namesOrNull(OfferKey.INSURED_ONLY),
        Names.of(words(OfferKey.ASSIGNED)),
        namesOrNull(OfferKey.DELIVERED_ONLY));
  }

  private PoolRules pool() {
    OfferValue reserve = first(OfferKey.RESERVE);
    boolean share = reserve != null && reserve.isShare();
    return new PoolRules(
        one(OfferKey.CONCENTRATION, OfferValue::shareAboveZero, null),
        one(OfferKey.CONCENTRATION_OF, v -> v.choice("capped pool", "pool"), false),
        contra(),
        one(OfferKey.CREDITS_IN_PRIOR, v -> v.choice("netted", "added back"), false),
        one(
            OfferKey.DILUTION_TOLERANCE,
            OfferValue::share,
            assume(OfferKey.DILUTION_TOLERANCE, DILUTION_TOLERANCE, "dilution up to 5 %")),
        one(OfferKey.DILUTION, OfferValue::share, null),
        share ? one(OfferKey.RESERVE, OfferValue::share, null) : null,
        share ? null : one(OfferKey.RESERVE, OfferValue::amount, null),
        one(OfferKey.LIMIT, OfferValue::amount, null));
  }

  private Map<String, List<Money>> contra() {
    Map<String, List<Money>> owed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (OfferValue value : values.getOrDefault(OfferKey.CONTRA, List.of())) {
      try {
        String debtor = value.contraDebtor();
        owed.computeIfAbsent(debtor, d -> new ArrayList<>()).add(value.contraAmount());
      } catch (Bad bad) {
        problems.add(String.valueOf(bad.getMessage()));
      }
    }
    return owed;
  }

  private Set<Currency> currencies() {
    Set<Currency> only = new LinkedHashSet<>();
    for (OfferValue value : values.getOrDefault(OfferKey.CURRENCIES, List.of())) {
      for (String code : value.list()) {
        Currency currency = Currency.find(code.toUpperCase(Locale.ROOT));
        if (currency == null) {
          problems.add(String.valueOf(value.bad("names no ISO 4217 currency").getMessage()));
        } else {
          only.add(currency);
        }
      }
    }
    return only;
  }

  private List<Money> minimumInvoices() {
    List<Money> least = new ArrayList<>();
    for (OfferValue value : values.getOrDefault(OfferKey.MINIMUM_INVOICE, List.of())) {
      try {
        least.add(value.amount());
      } catch (Bad bad) {
        problems.add(String.valueOf(bad.getMessage()));
      }
    }
    return least;
  }

  private Set<String> countries(OfferKey key) {
    Set<String> countries = new LinkedHashSet<>();
    words(key).forEach(w -> countries.add(w.toLowerCase(Locale.ROOT)));
    return countries;
  }

  private List<String> words(OfferKey key) {
    return values.getOrDefault(key, List.of()).stream().flatMap(v -> v.list().stream()).toList();
  }

  private @Nullable Names namesOrNull(OfferKey key) {
    return values.containsKey(key) ? Names.of(words(key)) : null;
  }

  private void missing(OfferKey key) {
    if (!values.containsKey(key)) {
      problems.add(label + ": " + key.key() + " is missing; add " + key.like(fromFile) + ".");
    }
  }

  private <T> T assume(OfferKey key, T value, String words) {
    if (!values.containsKey(key)) {
      assumed.add(words);
    }
    return value;
  }

  private @Nullable OfferValue first(OfferKey key) {
    List<OfferValue> all = values.getOrDefault(key, List.of());
    return all.isEmpty() ? null : all.getFirst();
  }

  private String place(OfferKey key) {
    OfferValue value = first(key);
    return value == null ? label : value.where();
  }

  private <T extends @Nullable Object> T one(
      OfferKey key, Reader<? extends T> reader, T otherwise) {
    OfferValue value = first(key);
    if (value == null) {
      return otherwise;
    }
    try {
      return reader.read(value);
    } catch (Bad bad) {
      problems.add(String.valueOf(bad.getMessage()));
      return otherwise;
    }
  }
}
