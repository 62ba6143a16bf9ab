package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.DebtorPages;
import dunnage.app.debtors.DebtorView;
import dunnage.app.desk.Page;
import dunnage.app.ledger.LedgerSearch;
import dunnage.app.platform.TypeId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a search finds: debtors by name in any script, number or register; receivables and money by
/// number, amount or what the bank wrote.
@Page
class SearchPage {

  private static final int DEBTORS = 50;
  private static final int ROWS = 20;

  private final Access access;
  private final DebtorPages debtors;
  private final ScoreLists scores;
  private final LedgerSearch ledger;

  SearchPage(Access access, DebtorPages debtors, ScoreLists scores, LedgerSearch ledger) {
    this.access = access;
    this.debtors = debtors;
    this.scores = scores;
    this.ledger = ledger;
  }

  /// What is found alone is opened.
  @GetMapping("/search")
  String search(@RequestParam(name = "q", defaultValue = "") String q, Model model) {
    access.require(Permission.READ);
    List<DebtorView> who = q.isBlank() ? List.of() : debtors.search(q, DEBTORS);
    List<LedgerSearch.Owed> owed = ledger.receivables(q, ROWS);
    List<LedgerSearch.Paid> paid = ledger.receipts(q, ROWS);
    List<String> all =
        Stream.of(
                who.stream().map(one -> "/debtors/" + one.id()),
                owed.stream().map(one -> "/receivables/" + one.id()),
                paid.stream().map(one -> "/receipts/" + one.id()))
            .flatMap(one -> one)
            .toList();
    if (all.size() == 1) {
      return "redirect:" + all.getFirst();
    }
    model.addAttribute("q", q);
    model.addAttribute("debtors", who.stream().map(this::judged).toList());
    model.addAttribute("receivables", owed);
    model.addAttribute("receipts", paid);
    model.addAttribute("most", ROWS);
    model.addAttribute("nothing", all.isEmpty());
    return "search";
  }

  private Judged judged(DebtorView debtor) {
    UUID id = TypeId.parse("deb", debtor.id());
    return scores
        .now(id)
        .map(view -> Judged.of(view, debtor.country()))
        .orElseGet(() -> Judged.none(debtor.id(), debtor.name(), debtor.country()));
  }
}
