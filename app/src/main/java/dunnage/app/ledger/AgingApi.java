package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.kernel.money.Currency;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How old what is owed is: today, or at the end of any day before.
@RestController
class AgingApi {

  /// @param on the day it shows, by what is known now
  record AgingView(LocalDate on, List<Aging.Row> currencies) {}

  private final Access access;
  private final Aging aging;
  private final Day day;

  AgingApi(Access access, Aging aging, Day day) {
    this.access = access;
    this.aging = aging;
    this.day = day;
  }

  /// @param on today when left out; what is to be paid later is seen on a later day
  @GetMapping("/api/v1/aging")
  AgingView whole(@RequestParam(name = "on", required = false) @Nullable LocalDate on) {
    access.require(Permission.READ);
    LocalDate shown = shown(on);
    return new AgingView(shown, aging.whole(shown));
  }

  @GetMapping("/api/v1/aging/debtors")
  Listing<Aging.OfDebtor> debtors(
      @RequestParam(name = "currency", required = false) @Nullable String currency,
      @RequestParam(name = "on", required = false) @Nullable LocalDate on,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    Currency found =
        currency == null ? null : Currency.find(currency.strip().toUpperCase(Locale.ROOT));
    if (found == null) {
      throw Problem.invalid(
          "currency",
          currency == null ? "is missing" : "is no currency",
          "Give one that /api/v1/aging shows, like EUR.");
    }
    return aging.debtors(shown(on), found, limit, after);
  }

  private LocalDate shown(@Nullable LocalDate on) {
    Input input = new Input();
    LocalDate shown = input.day("on", on, day.today());
    input.done();
    return shown;
  }
}
