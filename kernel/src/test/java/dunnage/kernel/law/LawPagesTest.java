package dunnage.kernel.law;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every worked example of the pages on interest and limitation is computed by the code that ships.
class LawPagesTest {

  private static final Path PAGES = Path.of("..", "docs", "methodology");
  private static final Pattern EXAMPLE = Pattern.compile("```example\\n(.*?)```", Pattern.DOTALL);
  private static final Law LAW = Law.shipped();

  @TestFactory
  List<DynamicTest> worked_examples_hold() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String page : List.of("interest.md", "limitation.md")) {
      List<String> examples =
          EXAMPLE
              .matcher(Files.readString(PAGES.resolve(page)))
              .results()
              .map(r -> r.group(1))
              .toList();
      assertThat(examples).as(page).hasSizeGreaterThan(5);
      for (String example : examples) {
        String name = page + ": " + example.lines().findFirst().orElse("");
        tests.add(DynamicTest.dynamicTest(name, () -> holds(example)));
      }
    }
    return tests;
  }

  private static void holds(String example) {
    List<String> facts = example.lines().filter(l -> !l.startsWith("=>")).toList();
    List<String> figures = example.lines().filter(l -> l.startsWith("=> ")).toList();
    assertThat(figures).isNotEmpty();
    boolean interest = facts.getFirst().startsWith("interest ");
    for (String figure : figures) {
      String[] sides = figure.substring(3).split(" = ", 2);
      String seen = interest ? interest(facts, sides[0]) : limitation(facts, sides[0]);
      assertThat(seen).as(figure).isEqualTo(sides[1]);
    }
  }

  private static String interest(List<String> facts, String figure) {
    String[] w = facts.getFirst().split(" ");
    Currency currency = Currency.of(w[3]);
    List<InterestPayment> payments = new ArrayList<>();
    for (String line : facts.subList(1, facts.size())) {
      String[] paid = line.split(" ");
      assertThat(paid[0]).isEqualTo("paid");
      payments.add(
          new InterestPayment(
              Money.of(currency, new BigDecimal(paid[1])), LocalDate.parse(paid[2])));
    }
    InterestClaim claim =
        new InterestClaim(
            Money.of(currency, new BigDecimal(w[2])),
            LocalDate.parse(w[5]),
            null,
            LocalDate.parse(w[8]),
            payments,
            Money.zero(currency),
            null,
            true);
    InterestStatement s =
        LAW.interest(Objects.requireNonNull(LAW.interestRules().find(w[1])), claim);
    return switch (figure) {
      case "interest" -> s.interest() == null ? "none" : s.interest().toString();
      case "fixed" -> s.compensation().amount() + (s.compensation().atLeast() ? " at least" : "");
      case "confidence" -> s.confidence().word();
      case "status" -> s.status().word();
      case "open" -> s.open().toString();
      case "to_interest" -> s.applied().getFirst().toInterest().toString();
      case "to_principal" -> s.applied().getFirst().toPrincipal().toString();
      case "missing" -> {
        MissingPeriod gap = s.missing().getFirst();
        yield gap.from() + " to " + gap.to() + ": " + gap.what();
      }
      default -> throw new IllegalArgumentException(figure);
    };
  }

  private static String limitation(List<String> facts, String figure) {
    String[] w = facts.getFirst().split(" ");
    List<LimitationEvent> events = new ArrayList<>();
    for (String line : facts.subList(1, facts.size())) {
      String[] parts = line.substring("event ".length()).split("=|\\.\\.");
      events.add(
          new LimitationEvent(
              Objects.requireNonNull(EventKind.find(parts[0])),
              LocalDate.parse(parts[1]),
              parts.length > 2 ? LocalDate.parse(parts[2]) : null));
    }
    Limitation limitation =
        LAW.limitation(
            Objects.requireNonNull(LAW.limitationRules().find(w[1])),
            LocalDate.parse(w[3]),
            LocalDate.parse(w[6]),
            events);
    return switch (figure) {
      case "expires" -> limitation.expires().toString();
      case "earliest_safe" -> limitation.earliestSafe().toString();
      case "days_left" -> Long.toString(limitation.daysLeft());
      default -> throw new IllegalArgumentException(figure);
    };
  }
}
