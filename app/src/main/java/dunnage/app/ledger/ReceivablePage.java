package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One receivable: what lowered it, and everything that can be said against it.
@Page
class ReceivablePage {

  private static final int DISPUTES = 200;

  private final Access access;
  private final ReceivablesApi api;
  private final DisputesApi disputes;
  private final EventLists events;
  private final Wrongs wrongs;

  ReceivablePage(
      Access access, ReceivablesApi api, DisputesApi disputes, EventLists events, Wrongs wrongs) {
    this.access = access;
    this.api = api;
    this.disputes = disputes;
    this.events = events;
    this.wrongs = wrongs;
  }

  @GetMapping("/receivables/{id}")
  String one(@PathVariable("id") String id, Model model) {
    return shown(id, List.of(), model);
  }

  private String shown(String id, List<String> errors, Model model) {
    ReceivableView one = read(id);
    UUID debtor = TypeId.parse("deb", one.debtor().id());
    model.addAttribute("r", one);
    model.addAttribute(
        "disputes",
        events
            .list(new EventLists.Filter(debtor, Events.DISPUTE, "all"), DISPUTES, null)
            .data()
            .stream()
            .filter(event -> event.receivable() != null && event.receivable().id().equals(one.id()))
            .toList());
    model.addAttribute("mayRecord", access.actor().may(Permission.RECORD));
    model.addAttribute("mayNote", access.actor().may(Permission.NOTE));
    model.addAttribute("errors", errors);
    return "receivable";
  }

  private ReceivableView read(String id) {
    return Objects.requireNonNull(api.one(id).getBody());
  }

  private String after(String id, List<String> errors, String done, Model model) {
    return errors.isEmpty()
        ? "redirect:/receivables/" + id + "?done=" + done
        : shown(id, errors, model);
  }

  @PostMapping("/receivables/{id}")
  String correct(
      @PathVariable("id") String id,
      @RequestParam(name = "seen", defaultValue = "0") int seen,
      @RequestParam(name = "issued", defaultValue = "") String issued,
      @RequestParam(name = "due", defaultValue = "") String due,
      @RequestParam(name = "amount", defaultValue = "") String amount,
      @RequestParam(name = "terms", defaultValue = "") String terms,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    List<String> errors = new ArrayList<>();
    LocalDate from = wrongs.day(issued, errors, locale);
    LocalDate until = wrongs.day(due, errors, locale);
    Money money = wrongs.money(amount, read(id).amount().currency(), errors, locale);
    if (errors.isEmpty()) {
      ReceivablesApi.ReceivableChange change =
          new ReceivablesApi.ReceivableChange(from, until, money, null, terms, reason);
      errors.addAll(wrongs.in(() -> api.change(id, Versions.tag(seen), change), locale));
    }
    return after(id, errors, "corrected", model);
  }

  @PostMapping("/receivables/{id}/withdraw")
  String withdraw(
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    String debtor = read(id).debtor().id();
    List<String> errors =
        wrongs.in(() -> api.withdraw(id, new ReceivablesApi.Reason(reason)), locale);
    return errors.isEmpty()
        ? "redirect:/debtors/" + debtor + "?done=withdrawn"
        : shown(id, errors, model);
  }

  /// Gives up what is open of it, or a part.
  @PostMapping("/receivables/{id}/write-off")
  String writeOff(
      @PathVariable("id") String id,
      @RequestParam(name = "amount", defaultValue = "") String amount,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    List<String> errors = new ArrayList<>();
    Money money = wrongs.money(amount, read(id).amount().currency(), errors, locale);
    if (errors.isEmpty()) {
      errors.addAll(
          wrongs.in(
              () -> api.writeOff(id, new ReceivablesApi.WriteOff(money, null, reason)), locale));
    }
    return after(id, errors, "written-off", model);
  }

  @PostMapping("/receivables/{id}/entries/{entry}")
  String takeBack(
      @PathVariable("id") String id,
      @PathVariable("entry") String entry,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    List<String> errors =
        wrongs.in(() -> api.takeBack(id, entry, new ReceivablesApi.Reason(reason)), locale);
    return after(id, errors, "taken-back", model);
  }

  @PostMapping("/receivables/{id}/disputes")
  String dispute(
      @PathVariable("id") String id,
      @RequestParam(name = "words", defaultValue = "") String words,
      @RequestParam(name = "amount", defaultValue = "") String amount,
      Locale locale,
      Model model) {
    List<String> errors = new ArrayList<>();
    Money money = wrongs.money(amount, read(id).amount().currency(), errors, locale);
    if (errors.isEmpty()) {
      errors.addAll(
          wrongs.in(
              () -> disputes.open(id, new DisputesApi.NewDispute(null, words, money, null)),
              locale));
    }
    return after(id, errors, "disputed", model);
  }
}
