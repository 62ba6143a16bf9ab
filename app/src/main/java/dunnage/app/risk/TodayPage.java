package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Colleagues;
import dunnage.app.access.Permission;
import dunnage.app.desk.Page;
import dunnage.app.desk.PageWords;
import dunnage.app.desk.Phrasebook;
import dunnage.app.desk.Reader;
import dunnage.app.desk.Written;
import dunnage.app.ledger.Lately;
import dunnage.app.ledger.LedgerPages;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// The morning on one page: a sentence, who needs one, who gets worse, how old it all is.
@Page
class TodayPage {

  private static final int TASKS = 12;
  private static final int MARKED = 30;
  private static final int WEEK = 7;
  private static final int WORSE = 5;
  private static final int GROW = 3;
  private static final int NAMED = 3;

  private final Access access;
  private final JudgedLists judged;
  private final TaskRows rows;
  private final Colleagues colleagues;
  private final Lately lately;
  private final AlarmLists alarms;
  private final DeskTable desks;
  private final LedgerPages ledger;
  private final PageWords words;
  private final Phrasebook phrases;

  TodayPage(
      Access access,
      JudgedLists judged,
      TaskRows rows,
      Colleagues colleagues,
      Lately lately,
      AlarmLists alarms,
      DeskTable desks,
      LedgerPages ledger,
      PageWords words,
      Phrasebook phrases) {
    this.phrases = phrases;
    this.rows = rows;
    this.colleagues = colleagues;
    this.lately = lately;
    this.access = access;
    this.judged = judged;
    this.alarms = alarms;
    this.desks = desks;
    this.ledger = ledger;
    this.words = words;
  }

  @GetMapping("/")
  String today(
      @RequestParam(name = "cash", required = false) @Nullable String cash,
      @ModelAttribute("reader") Reader reader,
      Locale locale,
      Model model) {
    access.require(Permission.READ);
    JudgedLists.Counts counts = judged.counts(reader.today());
    List<AgingBars> aging = AgingBars.of(ledger.aging(reader.today()));
    model.addAttribute("empty", counts.debtors() == 0);
    model.addAttribute("overdueWords", overdue(aging, locale));
    model.addAttribute("overdueDebtors", counts.overdue());
    model.addAttribute("needYou", counts.needYou());
    model.addAttribute("worseCount", counts.worse());
    model.addAttribute("assessedOn", desks.read().map(DeskTable.Desk::assessedOn).orElse(null));
    UnaryOperator<String> say = english -> phrases.say(english, locale);
    model.addAttribute("tasks", rows.standing(reader.today(), TASKS, say));
    model.addAttribute("marked", rows.marked(reader.today(), MARKED, say));
    model.addAttribute("colleagues", colleagues.all());
    model.addAttribute("mayNote", access.actor().may(Permission.NOTE));
    model.addAttribute(
        "worse", alarms.worse(reader.today(), WORSE).stream().map(a -> a.said(say)).toList());
    model.addAttribute("came", lately.paid(reader.today().minusDays(WEEK), reader.today()));
    model.addAttribute("next", lately.next(reader.today()).orElse(null));
    model.addAttribute("grow", judged.toGrow(GROW).stream().map(j -> j.said(say)).toList());
    model.addAttribute("aging", aging);
    cash(cash, aging, reader, model);
    return "today";
  }

  /// The largest three currencies by name, the others by number.
  private String overdue(List<AgingBars> aging, Locale locale) {
    Written written = new Written(locale);
    List<AgingBars> late = aging.stream().filter(b -> b.overdue().signum() > 0).toList();
    if (late.isEmpty()) {
      return "";
    }
    String named =
        late.stream()
            .limit(NAMED)
            .map(bar -> written.about(bar.overdue()))
            .collect(java.util.stream.Collectors.joining(words.say(locale, "list.comma")));
    int others = late.size() - NAMED;
    return others > 0 ? words.say(locale, "today.head.more", named, others) : named;
  }

  private void cash(@Nullable String wanted, List<AgingBars> aging, Reader reader, Model model) {
    List<DeskTable.CashRow> rows = reader.seesAll() ? desks.cash() : List.of();
    List<String> currencies = rows.stream().map(row -> row.currency().code()).distinct().toList();
    String chosen =
        wanted != null && currencies.contains(wanted)
            ? wanted
            : currencies.contains(reader.currency())
                ? reader.currency()
                : aging.stream()
                    .map(AgingBars::currency)
                    .filter(currencies::contains)
                    .findFirst()
                    .orElse("");
    model.addAttribute("cashCurrencies", currencies);
    model.addAttribute("cash", CashBars.of(chosen, rows).orElse(null));
  }
}
