package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.DebtorPages;
import dunnage.app.debtors.DebtorView;
import dunnage.app.desk.MoneyField;
import dunnage.app.desk.Page;
import dunnage.app.desk.Phrasebook;
import dunnage.app.desk.Reader;
import dunnage.app.desk.Wrongs;
import dunnage.app.ledger.LedgerPages;
import dunnage.app.ledger.Timeline;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One debtor: what they owe, how they pay, what was said, and what one may say or do.
@Page
class DebtorPage {

  private static final int ROWS = 25;
  private static final int LIFTS = 3;
  private static final int FACTS = 40;
  private static final int LOOKED_AT = 200;
  private static final List<String> KINDS =
      List.of("call", "note", "promise", "message_sent", "reply", "dispute_opened");

  /// What was typed in, to be mended.
  record NoteForm(String kind, String words, String on, String amount, String until) {
    private static final NoteForm EMPTY = new NoteForm("call", "", "", "", "");
  }

  /// A fact of the timeline.
  ///
  /// @param kind key of its word
  /// @param href where it is seen whole, corrected and taken back; null where there is no such page
  record Fact(
      LocalDate day,
      String kind,
      @Nullable Money amount,
      String words,
      @Nullable String reason,
      boolean counts,
      @Nullable String href) {}

  private final Access access;
  private final DebtorPages debtors;
  private final ScoreLists scores;
  private final LedgerPages ledger;
  private final LimitsApi limits;
  private final TaskRows tasks;
  private final Wrongs wrongs;
  private final Phrasebook phrases;
  private final DebtorCharts charts;

  DebtorPage(
      Access access,
      DebtorPages debtors,
      ScoreLists scores,
      LedgerPages ledger,
      LimitsApi limits,
      TaskRows tasks,
      Wrongs wrongs,
      Phrasebook phrases,
      DebtorCharts charts) {
    this.charts = charts;
    this.phrases = phrases;
    this.tasks = tasks;
    this.access = access;
    this.debtors = debtors;
    this.scores = scores;
    this.ledger = ledger;
    this.limits = limits;
    this.wrongs = wrongs;
  }

  @GetMapping("/debtors/{id}")
  String one(
      @PathVariable("id") String id,
      @ModelAttribute("reader") Reader reader,
      Locale locale,
      Model model) {
    return shown(id, NoteForm.EMPTY, List.of(), reader, locale, model);
  }

  private String shown(
      String id, NoteForm form, List<String> errors, Reader reader, Locale locale, Model model) {
    access.require(Permission.READ);
    DebtorView debtor = debtors.one(TypeId.parse("deb", id));
    UUID current = TypeId.parse("deb", debtor.id());
    model.addAttribute("d", debtor);
    Optional<ScoreView> score = scores.now(current);
    Judged judged =
        score
            .map(view -> Judged.of(view, debtor.country()))
            .orElseGet(() -> Judged.none(debtor.id(), debtor.name(), debtor.country()))
            .said(english -> phrases.say(english, locale));
    model.addAttribute("s", judged);
    model.addAttribute("lifts", lifts(judged, locale));
    charts.show(current, judged, score, reader.today(), locale, model);
    model.addAttribute("receivables", ledger.open(current, reader.today(), ROWS));
    model.addAttribute(
        "timeline",
        ledger.timeline(current, LOOKED_AT).stream()
            .filter(told -> !isTheMoneyItself(told))
            .map(told -> fact(told, locale))
            .sorted(Comparator.comparing(Fact::day).reversed())
            .limit(FACTS)
            .toList());
    model.addAttribute("people", debtors.people(current));
    model.addAttribute(
        "limitVersion",
        java.util.Objects.requireNonNull(limits.one(debtor.id()).getBody()).version());
    model.addAttribute("mark", tasks.mark(current, judged.step(), reader.today()));
    model.addAttribute("kinds", KINDS);
    model.addAttribute("mayEdit", access.actor().may(Permission.EDIT_DEBTORS));
    model.addAttribute("form", form);
    model.addAttribute("errors", errors);
    return "debtor";
  }

  /// What would lift the score most, of what can be done: as many points as it costs now.
  private List<Judged.Because> lifts(Judged judged, Locale locale) {
    return judged.reasons().stream()
        .filter(reason -> reason.points() < 0)
        .filter(reason -> !wrongs.known("lift." + reason.code(), "", locale).isEmpty())
        .sorted(Comparator.comparingInt(Judged.Because::points))
        .limit(LIFTS)
        .toList();
  }

  /// What a receipt pays is told by the receipt.
  private static boolean isTheMoneyItself(Timeline.Told told) {
    return told.kind().equals("receivable.lowered") && told.body().path("receipt").isString();
  }

  private Fact fact(Timeline.Told told, Locale locale) {
    LocalDate on = told.on();
    String kind =
        told.kind().equals("event.noted")
            ? "event." + told.body().path("event").asString("note")
            : "fact." + told.kind();
    String words = told.body().path("words").asString("");
    String number = told.body().path("number").asString(told.body().path("name").asString(""));
    return new Fact(
        on == null ? LocalDate.ofInstant(told.recordedAt(), java.time.ZoneOffset.UTC) : on,
        wrongs.known(kind, "fact.other", locale),
        MoneyField.of(told.body().path("amount")),
        words.isEmpty() || number.isEmpty() ? number + words : number + ": " + words,
        told.reason(),
        told.counts(),
        told.counts() && !told.kind().endsWith(".withdrawn") ? place(told.about()) : null);
  }

  private static @Nullable String place(String about) {
    return switch (about.substring(0, about.indexOf('_'))) {
      case "inv" -> "/receivables/" + about;
      case "rcp" -> "/receipts/" + about;
      case "ord" -> "/orders/" + about;
      case "evn" -> "/events/" + about;
      case "doc" -> "/documents/" + about;
      default -> null;
    };
  }

  @PostMapping("/debtors/{id}/events")
  String note(
      @PathVariable("id") String id,
      @RequestParam(name = "kind", defaultValue = "note") String kind,
      @RequestParam(name = "words", defaultValue = "") String words,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "amount", defaultValue = "") String amount,
      @RequestParam(name = "until", defaultValue = "") String until,
      @ModelAttribute("reader") Reader reader,
      Locale locale,
      Model model) {
    DebtorView debtor = debtors.one(TypeId.parse("deb", id));
    NoteForm form = new NoteForm(kind, words, on, amount, until);
    List<String> errors = new ArrayList<>();
    Money money = wrongs.money(amount, null, errors, locale);
    LocalDate happened = wrongs.day(on, errors, locale);
    LocalDate day = wrongs.day(until, errors, locale);
    UUID known = TypeId.parse("deb", debtor.id());
    String made =
        errors.isEmpty()
            ? wrongs.made(
                () -> ledger.note(known, kind, happened, words, money, day), errors, locale)
            : null;
    return made == null
        ? shown(id, form, errors, reader, locale, model)
        : "redirect:/debtors/" + debtor.id() + "?done=noted&made=" + made;
  }

  @PostMapping("/debtors/{id}/limit")
  String limit(
      @PathVariable("id") String id,
      @RequestParam(name = "amount", defaultValue = "") String amount,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestParam(name = "seen", defaultValue = "0") int seen,
      @ModelAttribute("reader") Reader reader,
      Locale locale,
      Model model) {
    MoneyField money = MoneyField.read(amount, null);
    List<String> errors =
        money.money() == null
            ? List.of(wrongs.amount(money, locale))
            : wrongs.in(
                () ->
                    limits.set(
                        id,
                        Versions.tag(seen),
                        new LimitsApi.NewLimit(money.money(), reason, null)),
                locale);
    return errors.isEmpty()
        ? "redirect:/debtors/" + id + "?done=limit"
        : shown(id, NoteForm.EMPTY, errors, reader, locale, model);
  }
}
