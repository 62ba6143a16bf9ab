package dunnage.app.risk;

import dunnage.app.debtors.DebtorPages;
import dunnage.app.desk.MoneyField;
import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import dunnage.app.ledger.LedgerPages;
import dunnage.app.ledger.LedgerPages.Entered;
import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Typed in by hand: a debtor; a receivable, a payment, a credit note or an order of one.
@Page
class EntryPage {

  record DebtorForm(String name, String number, String country, String terms, String note) {}

  record FactForm(
      String what,
      String number,
      String amount,
      String on,
      String due,
      String percent,
      String depositDue) {}

  private final DebtorPages debtors;
  private final LedgerPages ledger;
  private final Wrongs wrongs;

  EntryPage(DebtorPages debtors, LedgerPages ledger, Wrongs wrongs) {
    this.debtors = debtors;
    this.ledger = ledger;
    this.wrongs = wrongs;
  }

  @GetMapping("/debtors/new")
  String debtor(Model model) {
    model.addAttribute("form", new DebtorForm("", "", "", "", ""));
    model.addAttribute("errors", List.of());
    return "debtor-new";
  }

  @PostMapping("/debtors/new")
  String debtor(
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "number", defaultValue = "") String number,
      @RequestParam(name = "country", defaultValue = "") String country,
      @RequestParam(name = "terms", defaultValue = "") String terms,
      @RequestParam(name = "note", defaultValue = "") String note,
      Locale locale,
      Model model) {
    String code = country.strip().toUpperCase(Locale.ROOT);
    List<String> errors = new ArrayList<>();
    String made = wrongs.made(() -> debtors.add(name, number, code, terms, note), errors, locale);
    model.addAttribute("form", new DebtorForm(name, number, country, terms, note));
    model.addAttribute("errors", errors);
    return made == null ? "debtor-new" : "redirect:/debtors/" + made;
  }

  @GetMapping("/debtors/{id}/enter")
  String fact(
      @PathVariable("id") String id,
      @RequestParam(name = "what", defaultValue = "receivable") String what,
      Model model) {
    return shown(id, new FactForm(known(what), "", "", "", "", "", ""), List.of(), model);
  }

  private static String known(String what) {
    return codes().contains(what) ? what : codes().getFirst();
  }

  private static List<String> codes() {
    return Arrays.stream(Entered.values()).map(e -> e.name().toLowerCase(Locale.ROOT)).toList();
  }

  private String shown(String id, FactForm form, List<String> errors, Model model) {
    model.addAttribute("d", debtors.one(TypeId.parse("deb", id)));
    model.addAttribute("form", form);
    model.addAttribute("kinds", codes());
    model.addAttribute("errors", errors);
    return "enter";
  }

  @PostMapping("/debtors/{id}/enter")
  String fact(
      @PathVariable("id") String id,
      @RequestParam(name = "what", defaultValue = "receivable") String what,
      @RequestParam(name = "number", defaultValue = "") String number,
      @RequestParam(name = "amount", defaultValue = "") String amount,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "due", defaultValue = "") String due,
      @RequestParam(name = "percent", defaultValue = "") String percent,
      @RequestParam(name = "deposit_due", defaultValue = "") String depositDue,
      Locale locale,
      Model model) {
    FactForm form = new FactForm(known(what), number, amount, on, due, percent, depositDue);
    List<String> errors = new ArrayList<>();
    MoneyField money = MoneyField.read(amount, null);
    Money typed = money.money();
    if (typed == null) {
      errors.add(wrongs.amount(money, locale));
    }
    LocalDate day = wrongs.day(on, errors, locale);
    LocalDate until = wrongs.day(due, errors, locale);
    LocalDate deposit = wrongs.day(depositDue, errors, locale);
    if (!errors.isEmpty() || typed == null) {
      return shown(id, form, errors, model);
    }
    UUID debtor = TypeId.parse("deb", debtors.one(TypeId.parse("deb", id)).id());
    Entered kind = Entered.valueOf(form.what().toUpperCase(Locale.ROOT));
    String made =
        wrongs.made(
            () ->
                ledger.enter(
                    debtor,
                    new LedgerPages.Typed(kind, number, typed, day, until, percent, deposit)),
            errors,
            locale);
    return made == null
        ? shown(id, form, errors, model)
        : "redirect:/debtors/" + TypeId.of("deb", debtor) + "?done=entered&made=" + made;
  }
}
