package dunnage.kernel.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that happened to a claim.
///
/// @param from the day, or the first day of something that lasts
/// @param to the last day of something that lasts; null for a day, or if it still lasts
public record LimitationEvent(EventKind kind, LocalDate from, @Nullable LocalDate to) {

  public LimitationEvent {
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("ends before it starts: " + from + ".." + to);
    }
  }
}
