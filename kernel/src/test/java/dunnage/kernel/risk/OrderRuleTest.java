package dunnage.kernel.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Hold, ask or ship: the worked examples of the page, and what must hold of any order.
class OrderRuleTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final Pattern ORDERS = Pattern.compile("```order\\n(.*?)```", Pattern.DOTALL);

  private static Money eur(String amount) {
    return Money.of(EUR, new BigDecimal(amount));
  }

  @TestFactory
  List<DynamicTest> the_worked_examples_of_the_page_hold() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "methodology", "limit-and-terms.md"));
    Matcher block = ORDERS.matcher(page);
    assertThat(block.find()).isTrue();
    List<DynamicTest> tests = new ArrayList<>();
    List<String> lines = block.group(1).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("=>")) {
        String order = lines.get(i);
        List<String> answers =
            lines.subList(i + 1, lines.size()).stream().takeWhile(l -> l.startsWith("=>")).toList();
        tests.add(DynamicTest.dynamicTest(order, () -> holds(order, answers)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(15);
    return tests;
  }

  private static void holds(String order, List<String> answers) {
    List<String> words = Arrays.asList(order.split(" "));
    Money amount = eur(after(words, "order"));
    OrderDecision decision =
        OrderRule.decide(known(words), amount, OrderTerms.usual(Money.zero(EUR)));
    List<String> said = new ArrayList<>();
    String sentence = decision.sentence();
    said.add("=> " + decision.code() + ": " + sentence.substring(sentence.indexOf(": ") + 2));
    OrderTerms terms = decision.wouldShip();
    if (terms != null) {
      said.add("=> would ship: " + terms.words());
    }
    assertThat(said).isEqualTo(answers);
  }

  private static OrderCase known(List<String> words) {
    String limit = after(words, "limit");
    String letter = after(words, "grade");
    Grade grade = letter.equals("none") ? Grade.NONE : Grade.valueOf(letter);
    int late = words.indexOf("late");
    boolean insolvent = words.contains("insolvent");
    return new OrderCase(
        limit.equals("none") ? null : eur(limit),
        words.contains("person"),
        eur(after(words, "exposure")),
        late < 0 ? Money.zero(EUR) : eur(words.get(late + 3)),
        late < 0 ? Money.zero(EUR) : eur(words.get(late + 2)),
        late < 0 ? 0 : Integer.parseInt(words.get(late + 1)),
        grade,
        TermsRule.advise(grade, Degree.NONE, false, insolvent),
        insolvent ? NextStep.Action.FILE_CLAIM : NextStep.Action.SHIP,
        "",
        null);
  }

  private static String after(List<String> words, String word) {
    return words.get(words.indexOf(word) + 1);
  }

  /// Whatever is advised, asking again with it gets a yes; and a yes never leaves more unpaid than
  /// the limit.
  @Test
  void terms_that_would_ship_do_ship_and_no_yes_goes_over_the_limit() {
    long seed = 20261125;
    Random random = new Random(seed);
    for (int i = 0; i < 200_000; i++) {
      OrderCase known = some(random);
      Money amount = new Money(EUR, 1 + random.nextLong(500_000));
      OrderTerms asked = asked(random, amount);
      OrderDecision decision = OrderRule.decide(known, amount, asked);
      String what = "seed " + seed + " round " + i + ": " + known + " " + amount + " " + asked;
      OrderTerms terms = decision.wouldShip();
      if (terms != null) {
        assertThat(OrderRule.decide(known, amount, terms))
            .as(what)
            .isInstanceOf(OrderDecision.Ship.class);
        assertThat(terms.deposit().minor()).as(what).isLessThanOrEqualTo(amount.minor());
      }
      Money limit = known.limit();
      if (decision instanceof OrderDecision.Ship && !asked.trusted(amount).isZero()) {
        assertThat(limit).as(what).isNotNull();
        assertThat(OrderRule.after(known, amount, asked).minor())
            .as(what)
            .isLessThanOrEqualTo(limit.minor());
      }
      assertThat(decision.reasons()).as(what).isNotEmpty();
    }
  }

  private static OrderCase some(Random random) {
    Money open = new Money(EUR, random.nextLong(1_000_000));
    int late = random.nextBoolean() ? 0 : random.nextInt(200);
    TermsAdvice[] advice = TermsAdvice.values();
    NextStep.Action[] steps = NextStep.Action.values();
    return new OrderCase(
        random.nextInt(8) == 0 ? null : new Money(EUR, random.nextLong(1_000_000)),
        random.nextInt(4) == 0,
        new Money(EUR, random.nextLong(1_200_000) - 100_000),
        open,
        late == 0 ? Money.zero(EUR) : new Money(EUR, random.nextLong(open.minor() + 1)),
        late,
        Grade.values()[random.nextInt(6)],
        random.nextInt(10) == 0 ? null : advice[random.nextInt(advice.length)],
        random.nextInt(10) == 0 ? null : steps[random.nextInt(steps.length)],
        random.nextInt(5) == 0 ? "pays 12 days later than before" : "",
        random.nextInt(20) == 0 ? "JPY" : null);
  }

  private static OrderTerms asked(Random random, Money amount) {
    return new OrderTerms(
        TermsAdvice.values()[random.nextInt(4)],
        random.nextBoolean() ? OrderTerms.USUAL : random.nextInt(90),
        random.nextBoolean()
            ? Money.zero(EUR)
            : new Money(EUR, random.nextLong(amount.minor() + 1)));
  }

  @Test
  void without_a_rate_nothing_counts_as_paid_before_shipment_but_payment_in_advance() {
    OrderCase unpriced =
        new OrderCase(
            eur("10000.00"),
            false,
            eur("0.00"),
            eur("0.00"),
            eur("0.00"),
            0,
            Grade.A,
            TermsAdvice.OPEN_ACCOUNT,
            NextStep.Action.SHIP,
            "",
            "USD in EUR");
    Money unknown = Money.zero(EUR);
    for (TermsAdvice kind : TermsAdvice.values()) {
      OrderDecision decision =
          OrderRule.decide(unpriced, unknown, new OrderTerms(kind, OrderTerms.USUAL, unknown));
      assertThat(decision.code())
          .as("%s", kind)
          .isEqualTo(kind == TermsAdvice.PREPAYMENT ? "ship" : "refer");
    }
  }
}
