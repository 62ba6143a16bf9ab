package dunnage.app.cli;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.pricing.CurrencyQuote;
import dunnage.kernel.pricing.Financing;
import dunnage.kernel.pricing.Pricing;
import dunnage.kernel.pricing.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Offers side by side in one currency, three to a table.
final class OffersSection {

  private static final int BESIDE = 3;
  private static final int NAME_CELLS = 20;

  private OffersSection() {}

  /// A row of the comparison.
  ///
  /// @param always whether to show it also when it says nothing of any offer
  private record Line(String head, boolean always, BiFunction<Quote, CurrencyQuote, String> cell) {}

  private static final List<Line> LINES =
      List.of(
          new Line("receivables taken", true, (q, c) -> c.taken() + " of " + open(q, c.currency())),
          new Line("their amount", true, (q, c) -> Figures.amount(c.face())),
          new Line("counted for the advance", true, (q, c) -> Figures.amount(c.base().counted())),
          new Line(
              "advance", true, (q, c) -> q.offer() instanceof Financing ? money(c.advance()) : "–"),
          new Line("fees or discount", true, (q, c) -> Figures.amount(c.charge().fees())),
          new Line("interest", false, (q, c) -> Figures.amount(c.charge().interest())),
          new Line("fixed costs", false, (q, c) -> Figures.amount(c.charge().costs())),
          new Line("cash", true, (q, c) -> Figures.amount(c.cash())),
          new Line("  when", true, (q, c) -> c.taken() == 0 ? "–" : PriceHeadline.when(c)),
          new Line("comes later, if all pay", true, (q, c) -> Figures.amount(c.later())),
          new Line("days the money is had", true, (q, c) -> Figures.decimal(c.days())),
          new Line("costs a year", true, (q, c) -> PriceHeadline.rate(c.cost(), false)),
          new Line("  compounded", true, (q, c) -> PriceHeadline.rate(c.cost(), true)),
          new Line("recourse", true, (q, c) -> recourse(q)),
          new Line("risk it bears (estimate)", false, (q, c) -> risk(q, c)));

  static void print(Pricing pricing, Currency currency, Terminal terminal) {
    List<Quote> quotes = pricing.quotes();
    for (int from = 0; from < quotes.size(); from += BESIDE) {
      List<Quote> beside = quotes.subList(from, Math.min(quotes.size(), from + BESIDE));
      Heading.print((from == 0 ? "Offers in " : "More offers in ") + currency, terminal);
      List<String> heads = new ArrayList<>(List.of(""));
      beside.forEach(q -> heads.add(">" + DisplayWidth.cut(q.offer().name(), NAME_CELLS)));
      Table table = new Table(heads.toArray(String[]::new));
      for (Line line : LINES) {
        List<String> cells = new ArrayList<>(List.of(line.head()));
        for (Quote quote : beside) {
          CurrencyQuote here = quote.in(currency);
          cells.add(here == null ? "–" : line.cell().apply(quote, here));
        }
        if (line.always() || cells.stream().skip(1).anyMatch(c -> !c.matches("0(\\.0+)?|none"))) {
          table.row(cells.toArray(String[]::new));
        }
      }
      table.print(terminal);
    }
  }

  private static String money(Money money) {
    return Figures.amount(money);
  }

  private static String recourse(Quote quote) {
    return quote.offer() instanceof Financing financing
        ? financing.recourse() ? "yes, after " + financing.recourseDays() + " days" : "no"
        : "yours";
  }

  private static String risk(Quote quote, CurrencyQuote here) {
    Money loss = here.lossTransferred();
    boolean bears = quote.offer() instanceof Financing financing && !financing.recourse();
    return loss != null ? Figures.amount(loss) : bears ? "not enough data" : "none";
  }

  private static long open(Quote quote, Currency currency) {
    return quote.verdicts().stream().filter(v -> v.open().currency().equals(currency)).count();
  }
}
