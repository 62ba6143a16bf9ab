package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import dunnage.app.ledger.OrdersApi.Reason;
import dunnage.app.platform.Versions;
import dunnage.kernel.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One order: what is invoiced of it, and what is not.
@Page
class OrderPage {

  private final Access access;
  private final OrdersApi api;
  private final ReceivablesApi invoicing;
  private final Wrongs wrongs;

  OrderPage(Access access, OrdersApi api, ReceivablesApi invoicing, Wrongs wrongs) {
    this.invoicing = invoicing;
    this.access = access;
    this.api = api;
    this.wrongs = wrongs;
  }

  @GetMapping("/orders/{id}")
  String one(@PathVariable("id") String id, Model model) {
    return shown(id, List.of(), model);
  }

  private String shown(String id, List<String> errors, Model model) {
    model.addAttribute("o", read(id));
    model.addAttribute("mayRecord", access.actor().may(Permission.RECORD));
    model.addAttribute("errors", errors);
    return "order";
  }

  private OrderView read(String id) {
    return Objects.requireNonNull(api.one(id).getBody());
  }

  private String after(String id, List<String> errors, String done, Model model) {
    return errors.isEmpty() ? "redirect:/orders/" + id + "?done=" + done : shown(id, errors, model);
  }

  @PostMapping("/orders/{id}")
  String correct(
      @PathVariable("id") String id,
      @RequestParam(name = "seen", defaultValue = "0") int seen,
      @RequestParam(name = "amount", defaultValue = "") String amount,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    List<String> errors = new ArrayList<>();
    Money money = wrongs.money(amount, read(id).amount().currency(), errors, locale);
    if (errors.isEmpty()) {
      OrdersApi.OrderChange change = new OrdersApi.OrderChange(money, reason);
      errors.addAll(wrongs.in(() -> api.change(id, Versions.tag(seen), change), locale));
    }
    return after(id, errors, "corrected", model);
  }

  /// Nothing more of it will be invoiced, or something will after all.
  @PostMapping("/orders/{id}/state")
  String state(
      @PathVariable("id") String id,
      @RequestParam(name = "closed", defaultValue = "false") boolean closed,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    List<String> errors =
        wrongs.in(
            () -> {
              Object ignored =
                  closed ? api.close(id, new Reason(reason)) : api.reopen(id, new Reason(reason));
            },
            locale);
    return after(id, errors, closed ? "closed" : "reopened", model);
  }

  /// Its parts with it, as long as nothing of them is paid.
  private void withdraw(OrderView one, String reason) {
    for (OrderView.PartView part : Objects.requireNonNull(one.receivables())) {
      Object ignored = invoicing.withdraw(part.id(), new ReceivablesApi.Reason(reason));
    }
    Object ignored = api.withdraw(one.id(), new Reason(reason));
  }

  @PostMapping("/orders/{id}/withdraw")
  String withdraw(
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    OrderView one = read(id);
    String debtor = one.debtor().id();
    List<String> errors = wrongs.in(() -> withdraw(one, reason), locale);
    return errors.isEmpty()
        ? "redirect:/debtors/" + debtor + "?done=withdrawn"
        : shown(id, errors, model);
  }
}
