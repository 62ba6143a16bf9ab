package dunnage.formats;

import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.FxRates;
import java.nio.file.Path;
import java.util.function.Consumer;

/// The door: recognises a file, hands its facts on one by one and reports what it was and what was
/// wrong with it. Never throws for what a file contains; memory and time are bounded by the file's
/// size and fixed limits.
public final class Files {

  private Files() {}

  /// Reads one file of receivables, payments, invoices, bank lines.
  ///
  /// @param facts receives each fact; a row's `Settled` facts come right behind its `Issued`
  public static FileReport read(Path file, String label, ReadOptions options, Consumer<Fact> facts) {
    throw new UnsupportedOperationException();
  }

  /// Reads exchange rates: the ECB's CSV (`Date,USD,…` against EUR) or XML, or `date,from,to,rate`.
  public static FileReport readRates(Path file, String label, FxRates into) {
    throw new UnsupportedOperationException();
  }
}
