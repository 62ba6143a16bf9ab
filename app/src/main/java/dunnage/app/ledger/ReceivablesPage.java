package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.access.SavedViews;
import dunnage.app.debtors.Debtors;
import dunnage.app.desk.ListAddress;
import dunnage.app.desk.ListDownload;
import dunnage.app.desk.ListOrder;
import dunnage.app.desk.ListTotal;
import dunnage.app.desk.Page;
import dunnage.app.platform.Listing;
import dunnage.app.platform.TypeId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What is owed, row by row.
@Page
class ReceivablesPage {

  /// @param key of its word; null where the text says it
  record Chip(String href, @Nullable String key, @Nullable String text, boolean here) {}

  /// @param of the debtor; null for everybody's
  private record Chosen(
      ListAddress address, ReceivableLists.Filter filter, ListOrder order, @Nullable UUID of) {}

  private static final String BY_AMOUNT = "amount";

  private final Access access;
  private final Debtors debtors;
  private final ReceivableLists lists;
  private final ReceivableSheets sheets;
  private final Aging aging;
  private final Day day;
  private final SavedViews views;
  private final ListDownload download;

  ReceivablesPage(
      Access access,
      Debtors debtors,
      ReceivableLists lists,
      ReceivableSheets sheets,
      Aging aging,
      Day day,
      SavedViews views,
      ListDownload download) {
    this.access = access;
    this.debtors = debtors;
    this.lists = lists;
    this.sheets = sheets;
    this.aging = aging;
    this.day = day;
    this.views = views;
    this.download = download;
  }

  @GetMapping("/receivables")
  String list(
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "overdue", defaultValue = "false") boolean overdue,
      @RequestParam(name = "currency", required = false) @Nullable String currency,
      @RequestParam(name = "debtor", required = false) @Nullable String debtor,
      @RequestParam(name = "sort", required = false) @Nullable String sort,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Model model) {
    access.require(Permission.READ);
    LocalDate today = day.today();
    Chosen chosen = chosen(state, overdue, currency, debtor, sort);
    ListAddress address = chosen.address();
    Listing<ReceivableView> page = lists.list(chosen.filter(), chosen.order(), today, null, after);
    List<ListTotal> totals = lists.totals(chosen.filter(), today);
    model.addAttribute("receivables", page.data());
    model.addAttribute("chips", chips(chosen, today));
    model.addAttribute("heads", heads(chosen));
    model.addAttribute("totals", totals);
    model.addAttribute("count", totals.stream().mapToLong(ListTotal::rows).sum());
    model.addAttribute(
        "apart",
        totals.size() > 1
            && (chosen.order().column().equals(BY_AMOUNT)
                || chosen.order().column().equals("open")));
    model.addAttribute("list", address);
    model.addAttribute("views", views.of(address));
    model.addAttribute("next", page.next() == null ? null : address.after(page.next()));
    return "receivables";
  }

  /// The same list as a file: the same choice in the same order.
  @GetMapping("/receivables.{ending:xlsx|csv}")
  void file(
      @PathVariable("ending") String ending,
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "overdue", defaultValue = "false") boolean overdue,
      @RequestParam(name = "currency", required = false) @Nullable String currency,
      @RequestParam(name = "debtor", required = false) @Nullable String debtor,
      @RequestParam(name = "sort", required = false) @Nullable String sort,
      Locale locale,
      HttpServletResponse response)
      throws IOException {
    UUID organisation = access.require(Permission.READ).organisation();
    download.send(
        organisation,
        ListAddress.Of.RECEIVABLES,
        ending,
        () -> {
          Chosen chosen = chosen(state, overdue, currency, debtor, sort);
          return sheets.of(chosen.filter(), chosen.order(), day.today(), locale);
        },
        response);
  }

  private Chosen chosen(
      String state,
      boolean overdue,
      @Nullable String currency,
      @Nullable String debtor,
      @Nullable String sort) {
    String wanted = state.isEmpty() ? (overdue ? "all" : "open") : state;
    UUID of =
        debtor == null || debtor.isEmpty() ? null : debtors.require(TypeId.parse("deb", debtor));
    String code = currency == null || currency.isEmpty() ? null : currency;
    ListOrder order = ListOrder.read(sort, ReceivableOrder.COLUMNS, "due");
    ListAddress address =
        ListAddress.of(ListAddress.Of.RECEIVABLES)
            .with("state", state)
            .with("overdue", overdue ? "true" : null)
            .with("currency", code)
            .with("debtor", debtor)
            .with("sort", sort);
    return new Chosen(
        address, new ReceivableLists.Filter(of, wanted, overdue, code, null), order, of);
  }

  private List<Chip> chips(Chosen chosen, LocalDate today) {
    ListAddress address = chosen.address();
    ListAddress open = address.with("state", null).with("overdue", null);
    ReceivableLists.Filter filter = chosen.filter();
    List<Chip> chips = new ArrayList<>();
    chips.add(
        new Chip(
            open.href(),
            "receivables.open",
            null,
            filter.state().equals("open") && !filter.overdue()));
    chips.add(
        new Chip(
            open.with("overdue", "true").href(), "receivables.overdue", null, filter.overdue()));
    chips.add(
        new Chip(
            open.with("state", "all").href(),
            "list.all",
            null,
            filter.state().equals("all") && !filter.overdue()));
    for (Aging.Row row : aging.whole(today)) {
      String code = row.open().currency().code();
      boolean here = code.equals(filter.currency());
      chips.add(new Chip(address.with("currency", here ? null : code).href(), null, code, here));
    }
    return chips;
  }

  private static List<ListOrder.Head> heads(Chosen chosen) {
    ListAddress at = chosen.address();
    ListOrder order = chosen.order();
    return List.of(
        order.head(at, "number", "col.receivable", "", false),
        order.head(at, "debtor", "col.debtor", "", false),
        order.head(at, "issued", "col.issued", "", true),
        order.head(at, "due", "col.due", "", false),
        order.head(at, BY_AMOUNT, "col.amount", "num", true),
        order.head(at, "open", "col.open", "num", true),
        order.head(at, "late", "col.late", "num", true));
  }
}
