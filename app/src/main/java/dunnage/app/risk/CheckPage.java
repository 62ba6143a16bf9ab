package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.DebtorPages;
import dunnage.app.debtors.DebtorView;
import dunnage.app.desk.MoneyField;
import dunnage.app.desk.Page;
import dunnage.app.desk.PageWords;
import dunnage.app.desk.Phrasebook;
import dunnage.app.desk.Reader;
import dunnage.app.desk.Wrongs;
import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.JsonNode;

/// Hold, ask or ship? One box, one answer to forward.
@Page
class CheckPage {

  private static final String OCTAGON = "M12 2h16l10 10v16L28 38H12L2 28V12zM11 18v4h18v-4z";
  private static final String TRIANGLE = "M20 3 38 36H2zM18 14v12h4V14zM18 29v4h4v-4z";
  private static final String CIRCLE = "M20 2a18 18 0 1 0 .1 0zM17 28l-8-8 3-3 5 5 11-11 3 3z";

  private static final int LATELY = 8;

  /// What was asked before.
  ///
  /// @param overruled what a person decided instead; null: nobody did
  /// @param outcome code of what became of the order, which shows who was right
  record Asked(
      String debtor,
      String name,
      LocalDate on,
      @Nullable Money amount,
      String decision,
      @Nullable String overruled,
      String reason,
      String outcome) {}

  record Form(String debtor, String amount, String order, boolean reserve) {}

  private final Access access;
  private final DebtorPages debtors;
  private final OrdersCheckApi orders;
  private final PageWords words;
  private final Wrongs wrongs;
  private final Phrasebook phrases;

  CheckPage(
      Access access,
      DebtorPages debtors,
      OrdersCheckApi orders,
      PageWords words,
      Wrongs wrongs,
      Phrasebook phrases) {
    this.phrases = phrases;
    this.access = access;
    this.debtors = debtors;
    this.orders = orders;
    this.words = words;
    this.wrongs = wrongs;
  }

  @GetMapping("/check")
  String form(
      @RequestParam(name = "debtor", required = false) @Nullable String debtor,
      Locale locale,
      Model model) {
    access.require(Permission.CHECK_ORDERS);
    String name =
        debtor == null
            ? ""
            : TypeId.read("deb", debtor).map(id -> debtors.one(id).name()).orElse(debtor);
    return shown(new Form(name, "", "", false), null, List.of(), locale, model);
  }

  @PostMapping("/check")
  String check(
      @RequestParam(name = "debtor", defaultValue = "") String debtor,
      @RequestParam(name = "amount", defaultValue = "") String amount,
      @RequestParam(name = "order", defaultValue = "") String order,
      @RequestParam(name = "reserve", defaultValue = "false") boolean reserve,
      @ModelAttribute("reader") Reader reader,
      Locale locale,
      Model model) {
    access.require(Permission.CHECK_ORDERS);
    Form form = new Form(debtor, amount, order, reserve);
    List<String> errors = new ArrayList<>();
    MoneyField money = MoneyField.read(amount, Currency.find(reader.currency()));
    if (money.money() == null) {
      errors.add(wrongs.amount(money, locale));
    }
    List<DebtorView> found = debtor.isBlank() ? List.of() : debtors.search(debtor, 10);
    List<DebtorView> exact = found.stream().filter(d -> d.name().equals(debtor.strip())).toList();
    List<DebtorView> meant = exact.isEmpty() ? found : exact;
    if (meant.size() != 1) {
      errors.add(
          words.say(
              locale, meant.isEmpty() ? "check.nobody" : "check.several", debtor, names(meant)));
    }
    if (!errors.isEmpty()) {
      return shown(form, null, errors, locale, model);
    }
    DebtorView whom = meant.getFirst();
    OrderAnswer answer =
        wrongs.made(
            () ->
                orders.check(
                    new OrderWanted(
                        whom.id(), money.money(), null, order, null, null, reserve, null)),
            errors,
            locale);
    Form kept = answer == null ? form : new Form(whom.name(), amount, order, reserve);
    return shown(kept, answer, errors, locale, model);
  }

  private static String names(List<DebtorView> all) {
    return String.join(", ", all.stream().map(DebtorView::name).toList());
  }

  private String shown(
      Form form, @Nullable OrderAnswer answer, List<String> errors, Locale locale, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("a", answer);
    model.addAttribute("errors", errors);
    model.addAttribute("options", List.of());
    model.addAttribute("mayOverride", access.actor().may(Permission.OVERRIDE));
    model.addAttribute("lately", orders.lately(LATELY).stream().map(this::asked).toList());
    if (answer != null) {
      OrderAnswer.Terms terms = answer.whatWouldShip();
      String turns = terms == null ? null : phrases.say(terms.words(), locale);
      model.addAttribute("sentence", sentence(answer, turns, locale));
      model.addAttribute("turns", turns);
      model.addAttribute(
          "shape",
          switch (answer.decision()) {
            case "hold" -> OCTAGON;
            case "ship" -> CIRCLE;
            default -> TRIANGLE;
          });
    }
    return "check";
  }

  private Asked asked(OrdersCheckApi.CheckView check) {
    JsonNode answer = check.answer();
    String debtor = answer.path("debtor").asString("");
    var overruled = check.overrides().isEmpty() ? null : check.overrides().getLast();
    return new Asked(
        debtor,
        debtors.one(TypeId.parse("deb", debtor)).name(),
        LocalDate.parse(answer.path("date").asString()),
        MoneyField.of(answer.path("amount")),
        answer.path("decision").asString(""),
        overruled == null ? null : overruled.decision(),
        overruled == null ? "" : overruled.reason(),
        check.outcome().state());
  }

  /// As the kernel says it, in the reader's language.
  private String sentence(OrderAnswer answer, @Nullable String turns, Locale locale) {
    String decision = words.say(locale, "decision." + answer.decision());
    boolean onTerms = answer.decision().equals("ship_on_terms") && turns != null;
    String head = onTerms ? words.say(locale, "check.on", decision, turns) : decision;
    String why =
        answer.reasons().stream()
            .map(reason -> phrases.say(reason.words(), locale))
            .collect(Collectors.joining(words.say(locale, "list.stop")));
    return words.say(locale, "check.because", head, why);
  }

  @PostMapping("/check/{id}/override")
  String override(
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason) {
    Object ignored = orders.override(id, new OrdersCheckApi.NewOverride("ship", reason));
    return "redirect:/check?done=override";
  }
}
