package dunnage.app.cli;

import dunnage.formats.OfferKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What the receivables are worth to a financier, and what the money costs.
@Command(
    name = "price",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "What would a financier take, pay today, and cost a year?",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage price book.csv --advance-rate 85%% --fee 2.8%%        one offer, by its terms%n\
          dunnage price book.csv payments.csv --terms north.txt       terms from a file%n\
          dunnage price book.csv --terms north.txt --terms south.txt  offers side by side%n\
          dunnage price book.csv --early "2%% 10 net 30"               ask the debtors instead%n\
          dunnage price --template                                    a terms file to fill in%n\
        %nUsage:\s""",
    parameterListHeading = "%n")
final class PriceCommand implements Task {

  private static final int MOST_DAYS = 3_650;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "CSV, TSV, XLSX, UBL invoices, camt.053 statements.")
  List<String> files = new ArrayList<>();

  @Option(
      names = "--terms",
      arity = "1",
      paramLabel = "OFFER",
      description = "Terms of an offer, a \"key: value\" a line; may be repeated.")
  List<String> terms = new ArrayList<>();

  @Option(
      names = "--early",
      arity = "1",
      paramLabel = "DISCOUNT",
      description =
          "Also compare: the debtors pay early, \"2%% 10 net 30\" or \"8%% a year in 5 days\".")
  List<String> early = new ArrayList<>();

  @Option(
      names = "--as-of",
      paramLabel = "DAY",
      description = "End of which day, like 2026-03-31 (today).")
  @Nullable String asOf;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      description = "Days until all pay; otherwise the forecast of each receivable.")
  @Nullable Integer days;

  @Option(names = "--json", description = "Write JSON to standard output.")
  boolean json;

  @Mixin OfferOptions options = new OfferOptions();

  @Option(
      names = "--payables",
      arity = "1",
      paramLabel = "FILE",
      description = "What you owe, an export like the receivables: set off against debtors.")
  List<String> payables = new ArrayList<>();

  @Option(names = "--template", description = "Write a terms file with every key and stop.")
  boolean template;

  @Mixin RecognitionOptions recognition = new RecognitionOptions();

  @Override
  public ExitCode run(Terminal terminal) {
    if (template) {
      template(terminal);
      return ExitCode.OK;
    }
    if (files.isEmpty()) {
      throw new Stop(
          ExitCode.USAGE,
          "Name the receivables, for example: dunnage price book.csv --advance-rate 85% --fee 2.8%");
    }
    if (days != null && (days < 1 || days > MOST_DAYS)) {
      throw new Stop(ExitCode.USAGE, "--days takes 1 to " + MOST_DAYS + " days, not " + days + ".");
    }
    LocalDate day = AssessCommand.day(asOf, terminal);
    Intake.mustExist(files);
    Intake.mustExist(terms);
    Intake.mustExist(payables);
    PriceInput input =
        PriceInput.read(files, payables, terms, early, options, recognition.toReadOptions(), day);
    Priced priced = input.price(day, days);
    if (json) {
      PriceJson.write(priced, terminal.out());
    } else {
      PriceReport.print(priced, terminal);
    }
    return priced.exit();
  }

  private static void template(Terminal terminal) {
    terminal
        .out()
        .println("# Terms of an offer: one “key: value” a line; what stands after # is a remark.");
    terminal
        .out()
        .println("# Needed: advance-rate and fee. Take the # away from what the offer says.");
    for (OfferKey key : OfferKey.values()) {
      boolean needed = key == OfferKey.ADVANCE_RATE || key == OfferKey.FEE;
      String line = (needed ? "" : "# ") + key.key() + ": " + key.example();
      terminal
          .out()
          .println(String.format(java.util.Locale.ROOT, "%-36s # %s", line, key.meaning()));
    }
  }
}
