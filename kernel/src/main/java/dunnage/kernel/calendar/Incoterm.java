package dunnage.kernel.calendar;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Incoterms 2020, and those of earlier editions that contracts still name. Source: ICC.
public enum Incoterm {
  EXW,
  FCA,
  FAS,
  FOB,
  CFR,
  CIF,
  CPT,
  CIP,
  DAP,
  DPU,
  DDP,
  /// 2010
  DAT,
  /// 2000
  DAF,
  DES,
  DEQ,
  DDU;

  /// The term at the start of a cell like `FOB Ningbo`, or null.
  public static @Nullable Incoterm in(String cell) {
    String text = cell.strip().toUpperCase(Locale.ROOT);
    if (text.startsWith("CNF") || text.startsWith("C&F")) {
      return CFR; // the trade's old names for CFR
    }
    for (Incoterm term : values()) {
      if (text.startsWith(term.name())
          && (text.length() == 3 || !Character.isLetter(text.charAt(3)))) {
        return term;
      }
    }
    return null;
  }
}
