package dunnage.app.cli;

import dunnage.formats.FileReport;
import dunnage.formats.OfferReading;
import dunnage.formats.OfferSheet;
import dunnage.formats.ReadOptions;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Book;
import dunnage.kernel.pricing.Offer;
import dunnage.kernel.pricing.PriceDesk;
import dunnage.kernel.pricing.Pricing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From files and options to a book and offers.
///
/// @param assumed for each offer, the rules that stand by convention
record PriceInput(
    Book book,
    List<Offer> offers,
    List<List<String>> assumed,
    int setOff,
    List<Finding> findings,
    ExitCode exit) {

  /// @throws Stop for an offer that cannot be understood: half read it would be another offer
  static PriceInput read(
      List<String> files,
      List<String> payables,
      List<String> terms,
      List<String> early,
      OfferOptions options,
      ReadOptions recognition,
      LocalDate asOf) {
    List<OfferSheet> sheets = sheets(terms, early, options);
    readings(sheets); // before the book: a misspelt term costs no reading of large files
    BookInput input = BookInput.read(files, recognition);
    List<Finding> findings = new ArrayList<>(input.findings());
    List<FileReport> reports = new ArrayList<>(input.reports());
    int setOff = 0;
    if (!payables.isEmpty()) {
      BookInput owed = BookInput.read(payables, recognition);
      findings.addAll(owed.findings());
      reports.addAll(owed.reports());
      Payables matched = Payables.match(owed.book(), input.book(), asOf);
      sheets.stream().filter(s -> !s.asksDebtors()).forEach(matched::applyTo);
      setOff = matched.suppliers();
    }
    List<OfferReading> readings = readings(sheets);
    List<Offer> offers = new ArrayList<>();
    readings.forEach(r -> add(r.offer(), offers));
    return new PriceInput(
        input.book(),
        offers,
        readings.stream().map(OfferReading::assumed).toList(),
        setOff,
        List.copyOf(findings),
        Intake.exit(reports));
  }

  Priced price(LocalDate asOf, @Nullable Integer daysForAll) {
    boolean anythingRead = exit == ExitCode.OK || exit == ExitCode.PARTIAL;
    try {
      Pricing pricing = PriceDesk.price(book, asOf, offers, daysForAll);
      return new Priced(pricing, assumed, setOff, findings, anythingRead, exit);
    } catch (ArithmeticException tooLarge) {
      throw new Stop(
          ExitCode.REFUSED,
          FindingCode.AMOUNT_TOO_LARGE.code()
              + ": the amounts of these files add up to more than can be counted exactly (18 digits)."
              + " Look for amounts that are far too large: dunnage read FILE shows the sums.");
    }
  }

  /// Those of the files, else the one of the options, then the early payments.
  private static List<OfferSheet> sheets(
      List<String> terms, List<String> early, OfferOptions options) {
    List<OfferSheet> sheets = new ArrayList<>();
    for (String file : terms) {
      sheets.add(OfferSheet.of(Intake.path(file), file));
    }
    if (terms.isEmpty() && options.any()) {
      sheets.add(OfferSheet.ofOptions("The offer"));
    }
    sheets.stream().filter(s -> !s.asksDebtors()).forEach(options::applyTo);
    for (String discount : early) {
      sheets.add(OfferSheet.ofOptions("--early").set("--early", "early", discount));
    }
    if (sheets.isEmpty()) {
      throw new Stop(
          ExitCode.USAGE,
          "Say what is offered: --advance-rate 85% --fee 2.8%, or --terms FILE;"
              + " dunnage price --template writes such a file to fill in.");
    }
    return sheets;
  }

  private static List<OfferReading> readings(List<OfferSheet> sheets) {
    List<OfferReading> readings = sheets.stream().map(OfferSheet::reading).toList();
    List<String> problems = readings.stream().flatMap(r -> r.problems().stream()).toList();
    if (!problems.isEmpty()) {
      throw new Stop(ExitCode.USAGE, String.join("\n", problems));
    }
    return readings;
  }

  private static void add(@Nullable Offer offer, List<Offer> offers) {
    if (offer != null) {
      offers.add(offer);
    }
  }
}
