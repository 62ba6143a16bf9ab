package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.NextStep;
import dunnage.kernel.warning.Tendency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the desk says of debtors, and the cash it expects.
@RestController
class ScoresApi {

  private static final Set<String> GRADES = Set.of("A", "B", "C", "D", "E", "none");
  private static final Set<String> TRENDS =
      Arrays.stream(Tendency.values()).map(Tendency::code).collect(Collectors.toSet());
  private static final Set<String> STEPS =
      Arrays.stream(NextStep.Action.values())
          .map(NextStep.Action::code)
          .collect(Collectors.toSet());

  /// @param low one time in ten it is less
  /// @param high one time in ten it is more
  record CashWeek(LocalDate from, LocalDate to, Money expected, Money low, Money high) {}

  record CashView(String currency, List<CashWeek> weeks, CashWeek total) {}

  /// @param asOf the last assessment; null while there is none
  /// @param newestFact the latest day of anything known then
  record ExpectedCashView(
      @Nullable LocalDate asOf, @Nullable LocalDate newestFact, List<CashView> data) {}

  private final Access access;
  private final Debtors debtors;
  private final ScoreLists lists;
  private final DeskTable desks;

  ScoresApi(Access access, Debtors debtors, ScoreLists lists, DeskTable desks) {
    this.access = access;
    this.debtors = debtors;
    this.lists = lists;
    this.desks = desks;
  }

  @GetMapping("/api/v1/debtors/{id}/score")
  ScoreView score(
      @PathVariable("id") String id,
      @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf) {
    access.require(Permission.READ);
    UUID debtor = debtors.require(TypeId.parse("deb", id));
    return (asOf == null ? lists.now(debtor) : lists.then(debtor, asOf))
        .orElseThrow(() -> Problem.notFound("score"));
  }

  @GetMapping("/api/v1/debtors/{id}/scores")
  Listing<ScoreView> scores(
      @PathVariable("id") String id,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    return lists.history(debtors.require(TypeId.parse("deb", id)), limit, after);
  }

  @GetMapping("/api/v1/scores")
  Listing<ScoreView> list(
      @RequestParam(name = "grade", required = false) @Nullable String grade,
      @RequestParam(name = "warning", required = false) @Nullable String warning,
      @RequestParam(name = "next_step", required = false) @Nullable String step,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    oneOf("grade", grade, GRADES);
    oneOf("warning", warning, TRENDS);
    oneOf("next_step", step, STEPS);
    return lists.list(grade, warning, step, limit, after);
  }

  static void oneOf(String name, @Nullable String given, Set<String> words) {
    if (given != null && !words.contains(given)) {
      throw Problem.invalid(
          name,
          "is none of its words",
          "Give one of " + String.join(", ", new java.util.TreeSet<>(words)) + ".");
    }
  }

  /// Of the whole book: for those who see all of it.
  @GetMapping("/api/v1/expected-cash")
  ExpectedCashView cash() {
    if (!access.require(Permission.READ).seesAll()) {
      throw Problem.forbidden("The cash of all debtors is shown to those who may see them all.");
    }
    Map<Currency, List<DeskTable.CashRow>> rows =
        desks.cash().stream()
            .collect(
                Collectors.groupingBy(
                    DeskTable.CashRow::currency, LinkedHashMap::new, Collectors.toList()));
    List<CashView> data = new ArrayList<>();
    rows.forEach(
        (currency, weeks) ->
            data.add(
                new CashView(
                    currency.code(),
                    weeks.stream().skip(1).map(ScoresApi::week).toList(),
                    week(weeks.getFirst()))));
    return desks
        .read()
        .map(desk -> new ExpectedCashView(desk.assessedOn(), desk.newestFact(), data))
        .orElseGet(() -> new ExpectedCashView(null, null, data));
  }

  private static CashWeek week(DeskTable.CashRow row) {
    return new CashWeek(row.from(), row.to(), row.expected(), row.low(), row.high());
  }
}
