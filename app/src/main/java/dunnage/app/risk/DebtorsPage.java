package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.access.SavedViews;
import dunnage.app.desk.ListAddress;
import dunnage.app.desk.ListDownload;
import dunnage.app.desk.ListOrder;
import dunnage.app.desk.ListTotal;
import dunnage.app.desk.Page;
import dunnage.app.desk.Reader;
import dunnage.app.ledger.Shares;
import dunnage.app.platform.Listing;
import dunnage.kernel.risk.NextStep;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Who owes: the worst first, or as one likes.
@Page
class DebtorsPage {

  /// A filter.
  ///
  /// @param key of its word; null where the text says it
  /// @param about what is set into the word
  record Chip(String href, @Nullable String key, @Nullable String about, boolean here) {}

  private record Chosen(
      ListAddress address,
      SortedScores.Filter filter,
      SortedScores.Order order,
      List<ListTotal> totals) {}

  private static final List<String> GRADES = List.of("E", "D", "C", "B", "A", "none");

  private final Access access;
  private final SortedScores scores;
  private final Shares shares;
  private final DebtorSheets sheets;
  private final Today today;
  private final Reader.Known known;
  private final SavedViews views;
  private final ListDownload download;

  DebtorsPage(
      Access access,
      SortedScores scores,
      Shares shares,
      DebtorSheets sheets,
      Today today,
      Reader.Known known,
      SavedViews views,
      ListDownload download) {
    this.shares = shares;
    this.access = access;
    this.scores = scores;
    this.sheets = sheets;
    this.today = today;
    this.known = known;
    this.views = views;
    this.download = download;
  }

  @GetMapping("/debtors")
  String list(
      @RequestParam(name = "grade", required = false) @Nullable String grade,
      @RequestParam(name = "trend", required = false) @Nullable String trend,
      @RequestParam(name = "step", required = false) @Nullable String step,
      @RequestParam(name = "overdue", defaultValue = "false") boolean overdue,
      @RequestParam(name = "currency", required = false) @Nullable String currency,
      @RequestParam(name = "sort", required = false) @Nullable String sort,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @RequestParam(name = "held", required = false) @Nullable String held,
      Model model) {
    access.require(Permission.READ);
    Chosen chosen = chosen(address(grade, trend, step, overdue, currency, sort));
    ListAddress address = chosen.address();
    Listing<Judged> page = scores.list(chosen.filter(), chosen.order(), after);
    model.addAttribute("rows", page.data());
    model.addAttribute("chips", chips(chosen));
    model.addAttribute("heads", heads(chosen));
    model.addAttribute("totals", chosen.totals());
    model.addAttribute("count", scores.count(chosen.filter()));
    boolean whole = grade == null && trend == null && step == null && after == null && !overdue;
    String own = known.current().map(Reader::currency).orElse("");
    held(whole ? shares.largest(ShareBars.LARGEST) : List.of(), held, own, model);
    model.addAttribute(
        "compared",
        chosen.totals().size() > 1 && !chosen.order().currency().isEmpty()
            ? chosen.order().currency()
            : null);
    model.addAttribute(
        "worst",
        chosen.order().by().equals(SortedScores.WORST_FIRST)
            ? null
            : address.with("sort", null).href());
    model.addAttribute("list", address);
    model.addAttribute("views", views.of(address));
    model.addAttribute("next", page.next() == null ? null : address.after(page.next()));
    return "debtors";
  }

  /// In the currency asked for, else the reader's own, else that of most receivables.
  private static void held(
      List<Shares.Share> largest, @Nullable String wanted, String own, Model model) {
    List<String> currencies =
        largest.stream().map(share -> share.open().currency().code()).distinct().toList();
    String chosen =
        Stream.of(wanted == null ? "" : wanted, own)
            .filter(currencies::contains)
            .findFirst()
            .orElseGet(() -> currencies.isEmpty() ? "" : currencies.getFirst());
    model.addAttribute("heldCurrencies", currencies);
    model.addAttribute("held", ShareBars.of(chosen, largest).orElse(null));
  }

  /// The same list as a file: the same choice in the same order.
  @GetMapping("/debtors.{ending:xlsx|csv}")
  void file(
      @PathVariable("ending") String ending,
      @RequestParam(name = "grade", required = false) @Nullable String grade,
      @RequestParam(name = "trend", required = false) @Nullable String trend,
      @RequestParam(name = "step", required = false) @Nullable String step,
      @RequestParam(name = "overdue", defaultValue = "false") boolean overdue,
      @RequestParam(name = "currency", required = false) @Nullable String currency,
      @RequestParam(name = "sort", required = false) @Nullable String sort,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    UUID organisation = access.require(Permission.READ).organisation();
    ListAddress address = address(grade, trend, step, overdue, currency, sort);
    download.send(
        organisation,
        ListAddress.Of.DEBTORS,
        ending,
        () -> {
          Chosen chosen = chosen(address);
          return sheets.of(chosen.filter(), chosen.order(), today.day(), locale);
        },
        response);
  }

  private static ListAddress address(
      @Nullable String grade,
      @Nullable String trend,
      @Nullable String step,
      boolean overdue,
      @Nullable String currency,
      @Nullable String sort) {
    return ListAddress.of(ListAddress.Of.DEBTORS)
        .with("grade", grade)
        .with("trend", trend)
        .with("step", step)
        .with("overdue", overdue ? "true" : null)
        .with("currency", currency)
        .with("sort", sort);
  }

  private Chosen chosen(ListAddress address) {
    SortedScores.Filter filter =
        new SortedScores.Filter(
            address.get("grade"),
            address.get("trend"),
            address.get("step"),
            address.get("overdue") != null,
            address.get("currency"));
    ListOrder by = ListOrder.read(address.get("sort"), SortedScores.COLUMNS, "worst");
    List<ListTotal> totals = scores.totals(filter);
    String compared = SortedScores.AMOUNTS.contains(by.column()) ? compared(filter, totals) : "";
    return new Chosen(address, filter, new SortedScores.Order(by, compared), totals);
  }

  /// In which currency amounts are compared: the one that is chosen, else the organisation's own,
  /// else the one in which most owe.
  private String compared(SortedScores.Filter filter, List<ListTotal> totals) {
    if (filter.currency() != null) {
      return filter.currency();
    }
    String own = known.current().map(Reader::currency).orElse("");
    return totals.stream()
        .max(
            Comparator.comparing((ListTotal total) -> code(total).equals(own))
                .thenComparingLong(ListTotal::rows))
        .map(DebtorsPage::code)
        .orElse(own);
  }

  private static String code(ListTotal total) {
    return total.open().currency().code();
  }

  private List<Chip> chips(Chosen chosen) {
    ListAddress at = chosen.address();
    ListAddress none =
        at.with("grade", null).with("trend", null).with("step", null).with("overdue", null);
    List<Chip> chips = new ArrayList<>();
    chips.add(new Chip(none.href(), "list.all", null, none.equals(at)));
    chips.add(
        new Chip(
            none.with("overdue", "true").href(),
            "receivables.overdue",
            null,
            at.get("overdue") != null));
    for (String grade : GRADES) {
      boolean graded = !grade.equals("none");
      chips.add(
          new Chip(
              none.with("grade", grade).href(),
              graded ? "grade.of" : "grade.none",
              graded ? grade : null,
              grade.equals(at.get("grade"))));
    }
    chips.add(
        new Chip(
            none.with("trend", "worse").href(),
            "trend.worse",
            null,
            "worse".equals(at.get("trend"))));
    Arrays.stream(NextStep.Action.values())
        .map(NextStep.Action::code)
        .forEach(
            step ->
                chips.add(
                    new Chip(
                        none.with("step", step).href(),
                        "step.short." + step,
                        null,
                        step.equals(at.get("step")))));
    for (ListTotal total : scores.totals(EVERYBODY)) {
      boolean here = code(total).equals(at.get("currency"));
      chips.add(
          new Chip(at.with("currency", here ? null : code(total)).href(), null, code(total), here));
    }
    return chips;
  }

  private static final SortedScores.Filter EVERYBODY =
      new SortedScores.Filter(null, null, null, false, null);

  private static List<ListOrder.Head> heads(Chosen chosen) {
    ListAddress at = chosen.address();
    ListOrder by = chosen.order().by();
    return List.of(
        by.head(at, "name", "col.debtor", "", false),
        by.head(at, "grade", "col.grade", "", false),
        by.head(at, "open", "col.open", "num", true),
        by.head(at, "overdue", "col.overdue", "num", true),
        by.head(at, "late", "col.late", "num", true),
        ListOrder.plain("col.trend", ""),
        ListOrder.plain("col.step", ""));
  }
}
