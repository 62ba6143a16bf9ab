package dunnage.kernel.calendar;

import java.util.List;

/// Payment terms as agreed: one part for `O/A 60`, two for a deposit and a balance.
///
/// @param words as written in the contract or file
/// @param parts in the order in which they fall due; their percents add up to 100
public record Terms(String words, List<TermsPart> parts) {
  public Terms {
    parts = List.copyOf(parts);
  }
}
