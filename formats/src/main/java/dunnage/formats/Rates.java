package dunnage.formats;

import dunnage.kernel.money.FxRates;
import java.nio.file.Path;

final class Rates {
  private Rates() {}

  static FileReport read(Path file, String label, FxRates into) {
    throw new UnsupportedOperationException();
  }
}
