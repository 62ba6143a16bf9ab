package dunnage.app.stories;

import dunnage.kernel.ledger.Book;
import dunnage.kernel.ledger.Deal;
import dunnage.kernel.ledger.Entry;
import dunnage.kernel.ledger.Event;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.ledger.Origin;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A story file: dated facts, one a line, then what was said at the end of some days. The facts of
/// the whole file are known to the book; the day decides which of them exist yet.
///
/// ```
/// 2020-01-08 issued SO2001-D Aldwick & Moor GBP 10260.00 due 2020-01-15 paid 2020-01-14 order SO2001 part deposit
/// 2020-03-01 paid SO2001-B GBP 500.00
/// 2020-03-01 credited SO2001-B GBP 500.00
/// 2020-03-01 order SO2003 Aldwick & Moor GBP 33600.00
/// 2020-03-01 note Aldwick & Moor event=promise until=2020-04-01 amount=GBP 500.00: next month
/// ```
record Story(String file, String preface, List<Fact> facts, List<Scene> scenes) {

  /// What was said at the end of a day.
  record Scene(LocalDate asOf, String said) {}

  private static final String MONEY = "([A-Z]{3}) ([0-9.]+)";
  private static final Pattern LINE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\S+) (.+)");
  private static final Pattern ISSUED =
      Pattern.compile(
          "(\\S+) (.+?) "
              + MONEY
              + " due (\\S+)(?: paid (\\S+))?(?: order (\\S+))?(?: part (\\S+))?( disputed)?");
  private static final Pattern REMITTED = Pattern.compile("(\\S+) " + MONEY);
  private static final Pattern ORDER = Pattern.compile("(\\S+) (.+?) " + MONEY);
  private static final Pattern NOTE =
      Pattern.compile("(.+?) event=([a-z_]+)(?: until=(\\S+))?(?: amount=" + MONEY + ")?: (.+)");
  private static final String SCENE = "== as of ";

  static Story parse(String file, String text) {
    List<Fact> facts = new ArrayList<>();
    List<Scene> scenes = new ArrayList<>();
    int firstScene = text.indexOf(SCENE);
    String preface = firstScene < 0 ? text : text.substring(0, firstScene);
    int number = 0;
    for (String line : preface.split("\n", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        read(line, new Origin(file, number), facts);
      }
    }
    String rest = text.substring(preface.length());
    for (String block : rest.split("(?m)^" + SCENE)) {
      if (!block.isBlank()) {
        int end = block.indexOf('\n');
        scenes.add(
            new Scene(
                LocalDate.parse(block.substring(0, end).strip()),
                block.substring(end + 1).strip()));
      }
    }
    return new Story(file, preface, facts, scenes);
  }

  Book book() {
    return Book.of(facts);
  }

  private static void read(String line, Origin origin, List<Fact> facts) {
    Matcher parts = matched(LINE, line, origin);
    LocalDate on = LocalDate.parse(parts.group(1));
    String rest = parts.group(3);
    switch (parts.group(2)) {
      case "issued" -> issued(on, matched(ISSUED, rest, origin), origin, facts);
      case "paid" ->
          facts.add(remitted(on, Entry.Kind.PAYMENT, matched(REMITTED, rest, origin), origin));
      case "credited" ->
          facts.add(remitted(on, Entry.Kind.CREDIT_NOTE, matched(REMITTED, rest, origin), origin));
      case "order" -> {
        Matcher m = matched(ORDER, rest, origin);
        facts.add(new Fact.Ordered(party(m.group(2)), on, money(m, 3), m.group(1), origin));
      }
      case "note" -> facts.add(noted(on, matched(NOTE, rest, origin), origin));
      default -> throw new IllegalArgumentException(origin + ": unknown fact: " + line);
    }
  }

  private static void issued(LocalDate on, Matcher m, Origin origin, List<Fact> facts) {
    Deal deal =
        new Deal(
            m.group(7) == null ? "" : m.group(7),
            m.group(8) == null ? "" : m.group(8),
            "",
            null,
            null,
            null,
            m.group(9) != null);
    Receivable receivable =
        new Receivable(
            m.group(1),
            party(m.group(2)),
            on,
            LocalDate.parse(m.group(5)),
            money(m, 3),
            deal,
            origin);
    facts.add(new Fact.Issued(receivable));
    if (m.group(6) != null) {
      Entry entry = new Entry(Entry.Kind.PAYMENT, LocalDate.parse(m.group(6)), receivable.amount());
      facts.add(new Fact.Settled(receivable, entry));
    }
  }

  private static Fact remitted(LocalDate on, Entry.Kind kind, Matcher m, Origin origin) {
    return new Fact.Remitted(m.group(1), "", new Entry(kind, on, money(m, 2)), origin);
  }

  private static Fact noted(LocalDate on, Matcher m, Origin origin) {
    Event event = Event.valueOf(m.group(2).toUpperCase(Locale.ROOT));
    LocalDate until = m.group(3) == null ? null : LocalDate.parse(m.group(3));
    Money amount = m.group(4) == null ? null : money(m, 4);
    return new Fact.Noted(party(m.group(1)), on, event, m.group(6), amount, until, origin);
  }

  private static Matcher matched(Pattern pattern, String text, Origin origin) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(origin + ": not a fact: " + text);
    }
    return matcher;
  }

  private static Money money(Matcher m, int group) {
    return Money.of(Currency.of(m.group(group)), new BigDecimal(m.group(group + 1)));
  }

  private static Party party(String name) {
    return new Party(name, name, "");
  }
}
