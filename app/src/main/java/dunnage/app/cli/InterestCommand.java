package dunnage.app.cli;

import dunnage.kernel.law.Allocation;
import dunnage.kernel.law.InterestClaim;
import dunnage.kernel.law.InterestOffer;
import dunnage.kernel.law.InterestPayment;
import dunnage.kernel.law.InterestRule;
import dunnage.kernel.law.Law;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Statutory interest on one claim, step by step.
@Command(
    name = "interest",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Statutory interest for late payment, step by step, with its sources.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage interest --law DE --amount "3089.00 EUR" --due 2025-04-16%n\
          dunnage interest --rule GB-B2B --amount "10000 GBP" --due 2025-01-31 --as-of 2026-01-31%n\
          dunnage interest --law DE --amount "3089.00 EUR" --due 2025-04-16 --paid "500.00 2025-09-01"%n\
          dunnage interest --rule NL-B2B --amount "1000 EUR" --due 2024-05-01 --json%n\
          dunnage interest --rules                                    all rules, their rates and sources%n\
        %nUsage:\s""")
final class InterestCommand implements Task {

  private static final String AMOUNT_EXAMPLE = "3089.00 EUR";
  private static final String PAID_EXAMPLE = "500.00 2025-09-01";

  @Option(names = "--rule", paramLabel = "ID", description = "The rule, like DE-B2B.")
  @Nullable String rule;

  @Option(
      names = "--law",
      paramLabel = "CODE",
      description = "The law that governs the contract, like DE or US-NY: its row for businesses.")
  @Nullable String law;

  @Option(
      names = "--amount",
      paramLabel = "SUM",
      description = "The principal, like \"3089.00 EUR\".")
  @Nullable String amount;

  @Option(names = "--due", paramLabel = "DAY", description = "The due date, like 2025-04-16.")
  @Nullable String due;

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "Interest through which day, or the day of full payment (today).")
  @Nullable String asOf;

  @Option(
      names = "--paid",
      paramLabel = "\"SUM DAY\"",
      description =
          "A part payment by its value date, like \"500.00 2025-09-01\"; may be repeated.")
  List<String> paid = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First day of interest if not the day after due, e.g. after a reminder.")
  @Nullable String from;

  @Option(
      names = "--costs",
      paramLabel = "SUM",
      description = "Costs of recovery; they bear no interest.")
  @Nullable String costs;

  @Option(
      names = "--allocation",
      paramLabel = "ORDER",
      description = "costs-interest-principal or principal-first (the order of the rule).")
  @Nullable String allocation;

  @Option(
      names = "--not-at-fault",
      description = "The debtor is not responsible for the delay (matters in AT).")
  boolean notAtFault;

  @Option(names = "--rules", description = "List all rules.")
  boolean list;

  @Option(names = "--json", description = "Write JSON to standard output.")
  boolean json;

  @Override
  public ExitCode run(Terminal terminal) {
    if (list) {
      RuleLists.interest(json, terminal);
      return ExitCode.OK;
    }
    List<InterestRule> rules = RuleChoice.interest(rule, law);
    InterestClaim claim = claim(terminal);
    if (notAtFault && rules.stream().allMatch(r -> r.notAtFaultPercent() == null)) {
      throw new Stop(
          ExitCode.USAGE,
          "--not-at-fault changes nothing under " + rules.getFirst().id() + "; leave it out.");
    }
    InterestOffer offer;
    try {
      offer = Law.shipped().offer(rules, claim);
      offer.statement().open();
    } catch (ArithmeticException tooLarge) {
      throw new Stop(
          ExitCode.REFUSED,
          "The interest on " + claim.principal() + " adds up to more than can be counted exactly.");
    }
    if (json) {
      InterestJson.write(offer, terminal);
    } else {
      InterestReport.print(offer, terminal);
    }
    return switch (offer.statement().status()) {
      case COMPUTED, ESTIMATE, NONE -> ExitCode.OK;
      case PARTIAL -> ExitCode.PARTIAL;
      case UNKNOWN -> ExitCode.REFUSED;
    };
  }

  private InterestClaim claim(Terminal terminal) {
    Money principal =
        AmountText.positive(
            "--amount",
            RuleChoice.needed("--amount", amount, AMOUNT_EXAMPLE),
            null,
            AMOUNT_EXAMPLE);
    LocalDate dueDay = RuleChoice.day("--due", RuleChoice.needed("--due", due, "2025-04-16"));
    LocalDate day =
        asOf == null ? Today.in(terminal.environment()) : RuleChoice.day("--as-of", asOf);
    if (dueDay.isAfter(day)) {
      throw new Stop(
          ExitCode.USAGE,
          "--due " + dueDay + " is after --as-of " + day + ": nothing is late yet.");
    }
    Currency currency = principal.currency();
    List<InterestPayment> payments = paid.stream().map(p -> payment(p, currency)).toList();
    return new InterestClaim(
        principal,
        dueDay,
        first(dueDay),
        day,
        payments,
        costs == null ? Money.zero(currency) : in(currency, "--costs", costs, "150.00"),
        order(),
        !notAtFault);
  }

  private @Nullable LocalDate first(LocalDate dueDay) {
    if (from == null) {
      return null;
    }
    LocalDate first = RuleChoice.day("--from", from);
    if (!first.isAfter(dueDay)) {
      throw new Stop(
          ExitCode.USAGE,
          "--from "
              + first
              + " is not after --due "
              + dueDay
              + ": interest starts after the due date.");
    }
    return first;
  }

  private static InterestPayment payment(String written, Currency currency) {
    String text = written.strip();
    int gap = text.lastIndexOf(' ');
    if (gap < 0) {
      throw new Stop(
          ExitCode.USAGE,
          "--paid "
              + written
              + " needs a sum and a day; write it like --paid \""
              + PAID_EXAMPLE
              + "\".");
    }
    LocalDate day = RuleChoice.day("--paid", text.substring(gap + 1), "\"" + PAID_EXAMPLE + "\"");
    return new InterestPayment(in(currency, "--paid", text.substring(0, gap), "500.00"), day);
  }

  private static Money in(Currency currency, String flag, String written, String example) {
    Money money = AmountText.positive(flag, written, currency, example);
    if (!money.currency().equals(currency)) {
      throw new Stop(
          ExitCode.USAGE,
          flag
              + " "
              + written
              + " is not in "
              + currency.code()
              + " like the claim; give what it was worth on its day in "
              + currency.code()
              + ".");
    }
    return money;
  }

  private @Nullable Allocation order() {
    if (allocation == null) {
      return null;
    }
    for (Allocation one : Allocation.values()) {
      if (one.word().equalsIgnoreCase(allocation.strip())) {
        return one;
      }
    }
    throw new Stop(
        ExitCode.USAGE,
        "--allocation "
            + allocation
            + " is not known; use costs-interest-principal or principal-first.");
  }
}
