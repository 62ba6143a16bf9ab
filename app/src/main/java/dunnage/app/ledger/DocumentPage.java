package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.DebtorPages;
import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import dunnage.app.ledger.DocumentsApi.DocumentView;
import dunnage.app.platform.OwnTransactions;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// A paper of a debtor: attached, seen, taken back.
@Page
class DocumentPage {

  private static final int OFFERED = 200;

  /// What was typed in, to be mended; the file has to be chosen again.
  record Form(String receivable, String words) {}

  /// A form with a file reads its own body.
  @Configuration(proxyBeanMethods = false)
  static class Apart {
    @Bean
    OwnTransactions documentTransactions() {
      return new OwnTransactions(Set.of("/documents"));
    }
  }

  private final Access access;
  private final DocumentsApi api;
  private final DebtorPages debtors;
  private final LedgerPages ledger;
  private final Day day;
  private final Wrongs wrongs;
  private final Tenancy tenancy;

  DocumentPage(
      Access access,
      DocumentsApi api,
      DebtorPages debtors,
      LedgerPages ledger,
      Day day,
      Wrongs wrongs,
      Tenancy tenancy) {
    this.access = access;
    this.api = api;
    this.debtors = debtors;
    this.ledger = ledger;
    this.day = day;
    this.wrongs = wrongs;
    this.tenancy = tenancy;
  }

  @GetMapping("/documents/new")
  String form(
      @RequestParam(name = "debtor", defaultValue = "") String debtor,
      @RequestParam(name = "receivable", defaultValue = "") String receivable,
      Model model) {
    return form(debtor, new Form(receivable, ""), List.of(), model);
  }

  private String form(String debtor, Form form, List<String> errors, Model model) {
    access.require(Permission.NOTE);
    model.addAttribute("d", debtors.one(TypeId.parse("deb", debtor)));
    model.addAttribute(
        "receivables", ledger.open(TypeId.parse("deb", debtor), day.today(), OFFERED));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "document-new";
  }

  @PostMapping("/documents")
  String attach(
      @RequestParam("file") MultipartFile file,
      @RequestParam(name = "debtor", defaultValue = "") String debtor,
      @RequestParam(name = "receivable", defaultValue = "") String receivable,
      @RequestParam(name = "words", defaultValue = "") String words,
      Locale locale,
      Model model)
      throws IOException {
    String name = file.getOriginalFilename();
    byte[] bytes = file.getBytes();
    return tenancy.in(
        access.actor().organisation(),
        () -> {
          List<String> errors = new ArrayList<>();
          DocumentView made =
              wrongs.made(
                  () ->
                      api.attach(
                          debtor,
                          receivable,
                          name == null ? "" : name,
                          words,
                          file.getContentType(),
                          bytes),
                  errors,
                  locale);
          return made == null
              ? form(debtor, new Form(receivable, words), errors, model)
              : "redirect:/debtors/%s?done=attached&made=%s".formatted(debtor, made.id());
        });
  }

  @GetMapping("/documents/{id}")
  String one(@PathVariable("id") String id, Model model) {
    return shown(id, List.of(), model);
  }

  private String shown(String id, List<String> errors, Model model) {
    DocumentView one = api.one(id);
    model.addAttribute("x", one);
    model.addAttribute("d", debtors.one(TypeId.parse("deb", one.debtor())));
    model.addAttribute("mayNote", access.actor().may(Permission.NOTE));
    model.addAttribute("errors", errors);
    return "document";
  }

  @PostMapping("/documents/{id}/withdraw")
  String withdraw(
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    String debtor = api.one(id).debtor();
    List<String> errors = wrongs.in(() -> api.withdraw(id, new OrdersApi.Reason(reason)), locale);
    return errors.isEmpty()
        ? "redirect:/debtors/" + debtor + "?done=withdrawn"
        : shown(id, errors, model);
  }
}
