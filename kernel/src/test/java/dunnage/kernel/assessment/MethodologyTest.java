package dunnage.kernel.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.assessment.Portfolio.CurrencyLine;
import dunnage.kernel.behaviour.PaymentIndex;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.CreditLimit;
import dunnage.kernel.risk.CreditLimit.Bound;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.LimitBounds;
import dunnage.kernel.risk.Piece;
import dunnage.kernel.risk.Reason;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every worked example of the methodology pages is computed by the code that the product runs.
class MethodologyTest {

  private static final Path PAGES = Path.of("..", "docs", "methodology");
  private static final Pattern EXAMPLE = Pattern.compile("```example\\n(.*?)```", Pattern.DOTALL);
  private static final List<String> NAMES =
      List.of("payment-index.md", "portfolio.md", "grade.md", "limit-and-terms.md");

  @TestFactory
  List<DynamicTest> worked_examples_hold() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : NAMES) {
      List<String> examples =
          EXAMPLE
              .matcher(Files.readString(PAGES.resolve(name)))
              .results()
              .map(r -> r.group(1))
              .toList();
      assertThat(examples).as(name).isNotEmpty();
      for (int i = 0; i < examples.size(); i++) {
        String example = examples.get(i);
        tests.add(DynamicTest.dynamicTest(name + " " + (i + 1), () -> holds(example)));
      }
    }
    return tests;
  }

  @Test
  void the_page_of_the_grade_lists_the_pieces_as_the_code_has_them() throws IOException {
    String page = Files.readString(PAGES.resolve("grade.md"));
    List<String> rows =
        page.lines()
            .filter(l -> l.startsWith("| `"))
            .filter(l -> l.split("\\|").length == 4)
            .toList();
    List<String> code =
        Arrays.stream(Piece.values())
            .map(p -> "| `" + p.code() + "` | " + p.most() + " | " + p.rule() + " |")
            .toList();
    assertThat(rows).isEqualTo(code);
  }

  private static void holds(String example) {
    String facts =
        example.lines().filter(l -> !l.startsWith("=>")).collect(Collectors.joining("\n"));
    List<String> figures =
        example.lines().filter(l -> l.startsWith("=>")).map(l -> l.substring(3)).toList();
    assertThat(figures).isNotEmpty();
    Assessment assessment = facts.isBlank() ? null : Scenario.of(facts).assess();
    for (String figure : figures) {
      int equals = figure.indexOf(" = ");
      String left = figure.substring(0, equals).strip();
      String right = figure.substring(equals + 3).strip();
      assertThat(value(assessment, left.split(" +"))).as(left).isEqualTo(right);
    }
  }

  private static String value(Assessment assessment, String[] w) {
    return switch (w[0]) {
      case "score" -> number(PaymentIndex.score(Double.parseDouble(w[1])));
      case "loss_rates" -> lossRates(w);
      case "least" -> least(w);
      default ->
          w[0].length() == 3 && w[0].equals(w[0].toUpperCase(java.util.Locale.ROOT))
              ? ofCurrency(assessment, w)
              : ofDebtor(assessment, w);
    };
  }

  private static String lossRates(String[] w) {
    long[] reached = new long[w.length - 3];
    for (int i = 0; i < reached.length; i++) {
      reached[i] = Long.parseLong(w[i + 1]);
    }
    double[] rates = ProvisionMatrix.ratesPercent(reached, Long.parseLong(w[w.length - 1]));
    return Arrays.stream(rates).mapToObj(MethodologyTest::number).collect(Collectors.joining(" "));
  }

  /// `least B need 50000 net_worth 80000 turnover 700000`
  private static String least(String[] w) {
    Currency eur = Currency.of("EUR");
    Grade grade = Grade.valueOf(w[1]);
    Bound need = new Bound("need", Money.of(eur, new BigDecimal(w[3])), "");
    Bound netWorth = LimitBounds.netWorth(Money.of(eur, new BigDecimal(w[5])), grade);
    Bound turnover = LimitBounds.turnover(Money.of(eur, new BigDecimal(w[7])), grade);
    CreditLimit limit = CreditLimit.least(List.of(need, netWorth, turnover));
    return limit.amount().decimal() + " " + limit.binding();
  }

  private static String ofCurrency(Assessment assessment, String[] w) {
    CurrencyLine line =
        assessment.portfolio().currencies().stream()
            .filter(c -> c.currency().code().equals(w[0]))
            .findFirst()
            .orElseThrow();
    return switch (w[1]) {
      case "open" -> line.openAmount().decimal();
      case "overdue" -> line.overdueAmount().decimal();
      case "dso_days" -> number(line.dsoDays());
      case "add_days" -> number(line.addDays());
      case "cei_percent" -> number(line.ceiPercent());
      case "provision" -> line.provision().total().decimal();
      case "aging" ->
          line.aging().stream()
              .map(b -> b.count() + ":" + b.amount().decimal())
              .collect(Collectors.joining(" "));
      case "herfindahl" -> number(assessment.portfolio().concentration().getFirst().herfindahl());
      case "advice" -> assessment.portfolio().concentration().getFirst().advice();
      default -> throw new IllegalArgumentException(w[1]);
    };
  }

  private static String ofDebtor(Assessment assessment, String[] w) {
    DebtorLine line =
        assessment.debtors().stream()
            .filter(d -> d.debtor().id().equals(w[0]))
            .findFirst()
            .orElseThrow();
    return switch (w[1]) {
      case "payment_index" -> number(line.behaviour().paymentIndex());
      case "days_beyond_terms" -> number(line.behaviour().daysBeyondTerms());
      case "ever_over_90_percent" -> number(line.behaviour().everOver90Percent());
      case "volatility_days" -> number(line.behaviour().volatilityDays());
      case "lateness" -> line.behaviour().lateness().code();
      case "lateness_change_days" -> number(line.behaviour().latenessChangeDays());
      case "orders" -> line.behaviour().orders().code();
      case "orders_change_percent" -> number(line.behaviour().ordersChangePercent());
      case "degree" -> line.degree().code();
      case "points" -> String.valueOf(line.score());
      case "grade" -> line.grade().label();
      case "terms" -> line.terms().words();
      case "limit" -> line.limit().amount().decimal();
      case "binding" -> line.limit().binding();
      case "bound" ->
          line.limit().bounds().stream()
              .filter(b -> b.name().equals(w[2]))
              .map(b -> b.amount().decimal())
              .findFirst()
              .orElse("none");
      case "next_step" -> line.nextStep().action().code();
      case "why" -> line.nextStep().why();
      case "reasons" ->
          line.reasons().stream().map(MethodologyTest::reason).collect(Collectors.joining(" "));
      default -> throw new IllegalArgumentException(w[1]);
    };
  }

  private static String reason(Reason reason) {
    return reason.code() + ":" + reason.points();
  }

  /// At most two decimals.
  private static String number(Double value) {
    return value == null
        ? "unknown"
        : BigDecimal.valueOf(value)
            .setScale(2, java.math.RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
  }
}
