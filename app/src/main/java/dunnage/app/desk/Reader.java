package dunnage.app.desk;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Who reads a page, and for which organisation.
///
/// @param today the day it is there
/// @param language the reader's own, unless this browser chose another
/// @param seesAll whether every debtor is theirs to see
/// @param several whether they belong to other organisations too
/// @param sample whether everything there is invented
/// @param may what they may do, like `edit_debtors`
public record Reader(
    String name,
    String organisation,
    String currency,
    LocalDate today,
    Locale language,
    boolean seesAll,
    boolean several,
    boolean sample,
    Set<String> may) {

  public Reader {
    may = Set.copyOf(may);
  }

  /// Knows who reads; implemented where people are known.
  public interface Known {
    Optional<Reader> current();
  }
}
