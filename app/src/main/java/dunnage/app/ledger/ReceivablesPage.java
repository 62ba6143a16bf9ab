package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.desk.Page;
import dunnage.app.platform.Listing;
import dunnage.app.platform.TypeId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What is owed, row by row.
@Page
class ReceivablesPage {

  /// @param key of its word; null where the text says it
  record Chip(String href, @Nullable String key, @Nullable String text, boolean here) {}

  private final Access access;
  private final Debtors debtors;
  private final ReceivableLists lists;
  private final Aging aging;
  private final Day day;

  ReceivablesPage(Access access, Debtors debtors, ReceivableLists lists, Aging aging, Day day) {
    this.access = access;
    this.debtors = debtors;
    this.lists = lists;
    this.aging = aging;
    this.day = day;
  }

  @GetMapping("/receivables")
  String list(
      @RequestParam(name = "state", defaultValue = "open") String state,
      @RequestParam(name = "overdue", defaultValue = "false") boolean overdue,
      @RequestParam(name = "currency", required = false) @Nullable String currency,
      @RequestParam(name = "debtor", required = false) @Nullable String debtor,
      @RequestParam(name = "after", required = false) @Nullable String after,
      Model model) {
    access.require(Permission.READ);
    LocalDate today = day.today();
    UUID of = debtor == null ? null : debtors.require(TypeId.parse("deb", debtor));
    Listing<ReceivableView> page =
        lists.list(
            new ReceivableLists.Filter(of, state, overdue, currency, null), today, null, after);
    String rest =
        (debtor == null ? "" : "&debtor=" + debtor)
            + (currency == null ? "" : "&currency=" + encoded(currency));
    List<Chip> chips = new ArrayList<>();
    chips.add(
        new Chip(
            "/receivables?state=open" + rest,
            "receivables.open",
            null,
            state.equals("open") && !overdue));
    chips.add(new Chip("/receivables?overdue=true" + rest, "receivables.overdue", null, overdue));
    chips.add(new Chip("/receivables?state=all" + rest, "list.all", null, state.equals("all")));
    for (Aging.Row row : aging.whole(today)) {
      String code = row.open().currency().code();
      chips.add(
          new Chip(
              "/receivables?currency="
                  + code
                  + (overdue ? "&overdue=true" : "&state=" + encoded(state))
                  + (debtor == null ? "" : "&debtor=" + debtor),
              null,
              code,
              code.equals(currency)));
    }
    model.addAttribute("receivables", page.data());
    model.addAttribute("chips", chips);
    model.addAttribute(
        "next",
        page.next() == null
            ? null
            : "/receivables?state=%s&overdue=%s%s&after=%s"
                .formatted(encoded(state), overdue, rest, encoded(page.next())));
    return "receivables";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
