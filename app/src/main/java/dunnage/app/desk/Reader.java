package dunnage.app.desk;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/// Who reads a page, and for which organisation.
///
/// @param today the day it is there
/// @param language the reader's own, unless this browser chose another
/// @param seesAll whether every debtor is theirs to see
public record Reader(
    String name,
    String organisation,
    String currency,
    LocalDate today,
    Locale language,
    boolean seesAll) {

  /// Knows who reads; implemented where people are known.
  public interface Known {
    Optional<Reader> current();
  }
}
