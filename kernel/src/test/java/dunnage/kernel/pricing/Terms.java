package dunnage.kernel.pricing;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A financier's terms while a test writes them; what it does not set is harmless.
final class Terms {

  String advanceRate = "0.85";
  Fee fee = new Fee(new BigDecimal("0.028"), Fee.On.INVOICE, new Fee.Once());
  String adminRate = "0";
  Money minimumFee;
  Money perInvoice;
  Money setup;
  Money wire;
  boolean upFront;
  boolean recourse = true;
  int recourseDays = 90;
  int fromInvoice = 90;
  int pastDue = 60;
  String crossAging = "0.5";
  Integer maxTermsDays;
  boolean takesDisputed;
  Set<Currency> currencies = Set.of();
  Set<String> onlyCountries = Set.of();
  Set<String> notCountries = Set.of();
  List<Money> minimumInvoices = List.of();
  Names affiliates = Names.NONE;
  Names government = Names.NONE;
  Names insolvent = Names.NONE;
  Names insuredOnly;
  Names assigned = Names.NONE;
  Names deliveredOnly;
  String concentration;
  boolean ofCappedPool;
  final Map<String, List<Money>> contra = new HashMap<>();
  boolean creditsNetted;
  String tolerance = "0.05";
  String dilution;
  String reserveShare;
  Money reserve;
  Money limit;

  Financing offer() {
    return new Financing(
        "Northbank",
        new BigDecimal(advanceRate),
        new Charges(fee, new BigDecimal(adminRate), minimumFee, perInvoice, setup, wire, upFront),
        recourse,
        recourseDays,
        rules(),
        new PoolRules(
            decimal(concentration),
            ofCappedPool,
            contra,
            creditsNetted,
            new BigDecimal(tolerance),
            decimal(dilution),
            decimal(reserveShare),
            reserve,
            limit));
  }

  private EligibilityRules rules() {
    return new EligibilityRules(
        fromInvoice,
        pastDue,
        new BigDecimal(crossAging),
        maxTermsDays,
        takesDisputed,
        currencies,
        onlyCountries,
        notCountries,
        minimumInvoices,
        affiliates,
        government,
        insolvent,
        insuredOnly,
        assigned,
        deliveredOnly);
  }

  private static BigDecimal decimal(String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
