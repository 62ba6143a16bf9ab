package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import dunnage.app.ledger.ReceivableView.DebtorRef;
import dunnage.app.ledger.ReceivablesApi.Reason;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One payment or credit note: what it pays, and what of it pays nothing yet.
@Page
class ReceiptPage {

  private static final int OFFERED = 100;

  private final Access access;
  private final ReceiptsApi api;
  private final LedgerPages ledger;
  private final Day day;
  private final Wrongs wrongs;

  ReceiptPage(Access access, ReceiptsApi api, LedgerPages ledger, Day day, Wrongs wrongs) {
    this.access = access;
    this.api = api;
    this.ledger = ledger;
    this.day = day;
    this.wrongs = wrongs;
  }

  @GetMapping("/receipts/{id}")
  String one(@PathVariable("id") String id, Model model) {
    return shown(id, List.of(), model);
  }

  private String shown(String id, List<String> errors, Model model) {
    ReceiptView one = read(id);
    DebtorRef debtor = one.debtor();
    model.addAttribute("r", one);
    model.addAttribute(
        "open",
        debtor == null || one.unallocated().isZero()
            ? List.of()
            : ledger.open(TypeId.parse("deb", debtor.id()), day.today(), OFFERED).stream()
                .filter(owed -> owed.open().currency().equals(one.amount().currency()))
                .toList());
    model.addAttribute("mayRecord", access.actor().may(Permission.RECORD));
    model.addAttribute("errors", errors);
    return "receipt";
  }

  private ReceiptView read(String id) {
    return Objects.requireNonNull(api.one(id).getBody());
  }

  private String after(String id, List<String> errors, String done, Model model) {
    return errors.isEmpty()
        ? "redirect:/receipts/" + id + "?done=" + done
        : shown(id, errors, model);
  }

  @PostMapping("/receipts/{id}")
  String correct(
      @PathVariable("id") String id,
      @RequestParam(name = "seen", defaultValue = "0") int seen,
      @RequestParam(name = "number", defaultValue = "") String number,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "amount", defaultValue = "") String amount,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    List<String> errors = new ArrayList<>();
    LocalDate arrived = wrongs.day(on, errors, locale);
    Money money = wrongs.money(amount, read(id).amount().currency(), errors, locale);
    if (errors.isEmpty()) {
      ReceiptsApi.ReceiptChange change =
          new ReceiptsApi.ReceiptChange(null, number, arrived, money, null, null, reason);
      errors.addAll(wrongs.in(() -> api.change(id, Versions.tag(seen), change), locale));
    }
    return after(id, errors, "corrected", model);
  }

  @PostMapping("/receipts/{id}/allocations")
  String allocate(
      @PathVariable("id") String id,
      @RequestParam(name = "receivable", defaultValue = "") String receivable,
      @RequestParam(name = "amount", defaultValue = "") String amount,
      Locale locale,
      Model model) {
    List<String> errors = new ArrayList<>();
    Money money = wrongs.money(amount, read(id).amount().currency(), errors, locale);
    if (errors.isEmpty()) {
      errors.addAll(
          wrongs.in(
              () -> api.allocate(id, new ReceiptsApi.NewAllocation(receivable, money, false)),
              locale));
    }
    return after(id, errors, "allocated", model);
  }

  @PostMapping("/receipts/{id}/allocations/{entry}")
  String takeBack(
      @PathVariable("id") String id,
      @PathVariable("entry") String entry,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    List<String> errors = wrongs.in(() -> api.takeBack(id, entry, new Reason(reason)), locale);
    return after(id, errors, "taken-back", model);
  }

  /// What it paid is owed again.
  private void withdraw(ReceiptView one, Reason reason) {
    for (ReceiptView.AllocationView paid : Objects.requireNonNull(one.allocations())) {
      Object ignored = api.takeBack(one.id(), paid.id(), reason);
    }
    Object ignored = api.withdraw(one.id(), reason);
  }

  @PostMapping("/receipts/{id}/withdraw")
  String withdraw(
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    ReceiptView one = read(id);
    DebtorRef debtor = one.debtor();
    List<String> errors = wrongs.in(() -> withdraw(one, new Reason(reason)), locale);
    return errors.isEmpty()
        ? "redirect:" + (debtor == null ? "/" : "/debtors/" + debtor.id()) + "?done=withdrawn"
        : shown(id, errors, model);
  }
}
