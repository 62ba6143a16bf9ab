package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The latest exchange rate of each two currencies, and stating one by hand.
@Page
class RatesPage {

  private static final int MOST = 200;

  /// A comma before three digits alone may group thousands; such a one is left to be refused.
  private static final Pattern COMMA = Pattern.compile("[0-9]+,(?![0-9]{3}$)[0-9]+");

  private final Access access;
  private final RatesApi rates;
  private final Day day;
  private final Wrongs wrongs;

  RatesPage(Access access, RatesApi rates, Day day, Wrongs wrongs) {
    this.access = access;
    this.rates = rates;
    this.day = day;
    this.wrongs = wrongs;
  }

  /// What was typed, to stand in the form still.
  record Typed(String on, String from, String to, String rate, String source) {}

  @GetMapping("/settings/rates")
  String latest(Model model) {
    return shown(new Typed(day.today().toString(), "", "", "", ""), List.of(), model);
  }

  private String shown(Typed typed, List<String> errors, Model model) {
    model.addAttribute("rates", rates.list(null, null, day.today(), MOST, null).data());
    model.addAttribute("mayRecord", access.actor().may(Permission.RECORD));
    model.addAttribute("mayImport", access.actor().may(Permission.IMPORT));
    model.addAttribute("typed", typed);
    model.addAttribute("errors", errors);
    return "settings-rates";
  }

  @PostMapping("/settings/rates")
  String state(
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "from", defaultValue = "") String from,
      @RequestParam(name = "to", defaultValue = "") String to,
      @RequestParam(name = "rate", defaultValue = "") String rate,
      @RequestParam(name = "source", defaultValue = "") String source,
      Locale locale,
      Model model) {
    access.require(Permission.RECORD);
    List<String> errors = new ArrayList<>();
    LocalDate stated = wrongs.day(on, errors, locale);
    if (errors.isEmpty()) {
      var wanted =
          new RatesApi.NewRate(stated, code(from), code(to), decimal(rate.strip()), source);
      errors.addAll(wrongs.in(() -> rates.put(wanted), locale));
    }
    return errors.isEmpty()
        ? "redirect:/settings/rates?done=rate"
        : shown(new Typed(on, from, to, rate, source), errors, model);
  }

  private static String code(String typed) {
    return typed.strip().toUpperCase(Locale.ROOT);
  }

  private static String decimal(String typed) {
    return COMMA.matcher(typed).matches() ? typed.replace(',', '.') : typed;
  }
}
