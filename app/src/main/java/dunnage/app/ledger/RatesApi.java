package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Uuid7;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Exchange rates, stated for a day. One of the same day and currencies takes the place of the
/// other; the log keeps both.
@RestController
class RatesApi {

  /// One unit of `from` is `rate` units of `to`.
  record RateView(LocalDate on, String from, String to, String rate, String source) {

    static RateView of(FxRate rate) {
      return new RateView(
          rate.date(),
          rate.from().code(),
          rate.to().code(),
          rate.rate().stripTrailingZeros().toPlainString(),
          rate.source());
    }
  }

  record NewRate(
      @Nullable LocalDate on,
      @Nullable String from,
      @Nullable String to,
      @Nullable String rate,
      @Nullable String source) {}

  private static final String DECIMAL = "[0-9]{1,9}(\\.[0-9]{1,12})?";

  private final Access access;
  private final RateTable rates;
  private final Ledger ledger;
  private final FactTable facts;
  private final Day day;
  private final Uuid7 ids;

  RatesApi(Access access, RateTable rates, Ledger ledger, FactTable facts, Day day, Uuid7 ids) {
    this.access = access;
    this.rates = rates;
    this.ledger = ledger;
    this.facts = facts;
    this.day = day;
    this.ids = ids;
  }

  /// @param on to see of each pair only the latest of this day or before
  @GetMapping("/api/v1/rates")
  Listing<RateView> list(
      @RequestParam(name = "from", required = false) @Nullable String from,
      @RequestParam(name = "to", required = false) @Nullable String to,
      @RequestParam(name = "on", required = false) @Nullable LocalDate on,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    int most = Listing.limit(limit);
    Input input = new Input();
    RateTable.Filter filter =
        new RateTable.Filter(
            from == null ? null : currency("from", from, input),
            to == null ? null : currency("to", to, input),
            on == null ? null : input.day("on", on));
    input.done();
    List<RateView> rows =
        rates.list(filter, Cursor.keys(after, 3), most + 1).stream().map(RateView::of).toList();
    return Listing.of(rows, most, row -> Cursor.of(row.on(), row.from(), row.to()));
  }

  @PutMapping("/api/v1/rates")
  RateView put(@RequestBody NewRate wanted) {
    access.require(Permission.RECORD);
    Input input = new Input();
    LocalDate on = input.past("/on", wanted.on(), day.today());
    Currency from = currency("/from", wanted.from(), input);
    Currency to = currency("/to", wanted.to(), input);
    if (from.equals(to) && !from.equals(Currency.NONE)) {
      input.wrong("/to", "is the same as from", "Give two currencies.");
    }
    BigDecimal rate = rate(wanted.rate(), input);
    String source = input.required("/source", wanted.source(), Input.NUMBER);
    input.done();
    FxRate stated = new FxRate(from, to, rate, on, source);
    state(stated);
    return RateView.of(stated);
  }

  private void state(FxRate rate) {
    Optional<FxRate> before = rates.find(rate);
    if (before.isPresent()
        && before.get().rate().compareTo(rate.rate()) == 0
        && before.get().source().equals(rate.source())) {
      return;
    }
    ledger.rates(List.of(rate), rate.source(), null);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("from", rate.from().code());
    body.put("to", rate.to().code());
    body.put("rate", rate.rate().toPlainString());
    body.put("source", rate.source());
    before.ifPresent(old -> body.put("before", old.rate().toPlainString()));
    UUID ignored =
        facts.add(NewFact.of(FactKind.RATE_STATED, ids.next(), null, rate.date(), 0, body));
  }

  private static Currency currency(String pointer, @Nullable String given, Input input) {
    Currency found = given == null ? null : Currency.find(given.strip());
    if (found == null || found.equals(Currency.NONE)) {
      input.wrong(
          pointer,
          given == null ? "is missing" : "is no currency one can owe in",
          "Give its ISO 4217 code, like EUR.");
      return Currency.NONE;
    }
    return found;
  }

  private static BigDecimal rate(@Nullable String given, Input input) {
    String text = given == null ? "" : given.strip();
    BigDecimal rate = text.matches(DECIMAL) ? new BigDecimal(text) : BigDecimal.ZERO;
    if (rate.signum() <= 0) {
      input.wrong(
          "/rate",
          text.isEmpty() ? "is missing" : "is no plausible rate",
          "Give how much of the second currency one unit of the first is, like \"7.8125\".");
      return BigDecimal.ONE;
    }
    return rate;
  }
}
