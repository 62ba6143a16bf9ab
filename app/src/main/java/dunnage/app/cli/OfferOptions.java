package dunnage.app.cli;

import dunnage.formats.OfferSheet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Terms of an offer on the command line: the same words as in a terms file.
final class OfferOptions {

  @Option(
      names = "--advance-rate",
      paramLabel = "PERCENT",
      description = "Share paid today, like 85%%; a percent sign is needed.")
  @Nullable String advanceRate;

  @Option(
      names = "--fee",
      paramLabel = "FEE",
      description = "Like 2.8%%, \"3%% per 30 days\", \"9.5%% a year\".")
  @Nullable String fee;

  @Option(
      names = "--fee-days",
      paramLabel = "DAYS",
      description = "The fee is due for each period of so many days that begins.")
  @Nullable String feeDays;

  @Option(
      names = "--minimum-fee",
      paramLabel = "AMOUNT",
      description = "Least fee, like \"250.00 EUR\".")
  @Nullable String minimumFee;

  @Option(
      names = "--reserve",
      paramLabel = "RESERVE",
      description = "Held back beyond the advance rate: 5%% or \"10000.00 EUR\".")
  @Nullable String reserve;

  @Option(names = "--recourse", description = "You pay back what a debtor never pays (the usual).")
  boolean withRecourse;

  @Option(names = "--non-recourse", description = "The financier bears what is never paid.")
  boolean nonRecourse;

  @Option(
      names = "--concentration",
      paramLabel = "PERCENT",
      description = "Most of the pool that one debtor may be, like 20%%.")
  @Nullable String concentration;

  @Option(
      names = "--term",
      paramLabel = "KEY=VALUE",
      description =
          "Any other term, like cross-aging=25%%; --template lists them. May be repeated.")
  Map<String, String> others = new LinkedHashMap<>();

  boolean any() {
    return !terms().isEmpty();
  }

  /// Sets what was given; it replaces what a file says.
  void applyTo(OfferSheet sheet) {
    terms()
        .forEach(
            (key, value) ->
                sheet.set(others.containsKey(key) ? "--term " + key : "--" + key, key, value));
  }

  private Map<String, String> terms() {
    Map<String, String> terms = new LinkedHashMap<>();
    put(terms, "advance-rate", advanceRate);
    put(terms, "fee", fee());
    put(terms, "minimum-fee", minimumFee);
    put(terms, "reserve", reserve);
    put(terms, "recourse", recourse());
    put(terms, "concentration", concentration);
    terms.putAll(others);
    return terms;
  }

  private @Nullable String fee() {
    if (feeDays == null) {
      return fee;
    }
    if (fee == null) {
      throw new Stop(ExitCode.USAGE, "--fee-days needs --fee, for example --fee 3% --fee-days 30.");
    }
    return fee + " per " + feeDays + " days";
  }

  private @Nullable String recourse() {
    if (nonRecourse && withRecourse) {
      throw new Stop(ExitCode.USAGE, "--recourse and --non-recourse exclude each other.");
    }
    return nonRecourse ? "no" : withRecourse ? "yes" : null;
  }

  private static void put(Map<String, String> terms, String key, @Nullable String value) {
    if (value != null) {
      terms.put(key, value);
    }
  }
}
