package dunnage.kernel.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the simulator knows and a detector has to find out.
///
/// @param shape how it gets worse; `NONE` unless it drifts
/// @param worseFrom day from which it gets worse; for an overnight failure the day itself; null if
///   never
/// @param betterFrom day from which it pays sooner; null if never
/// @param firstDefault due date of the first receivable that is never paid, or paid more than
///   [#DEFAULT_DAYS] late; null if there is none
public record Truth(
    Shape shape,
    @Nullable LocalDate worseFrom,
    @Nullable LocalDate betterFrom,
    @Nullable LocalDate firstDefault) {

  /// Days beyond terms after which a receivable counts as defaulted (the usual 90 days).
  public static final int DEFAULT_DAYS = 90;

  /// The first default as banks count it: the first day on which a receivable is more than
  /// [#DEFAULT_DAYS] past due (Basel framework CRE36.69; Regulation (EU) 575/2013, Art. 178). Every
  /// receivable is given the same days, so that it is the one of [#firstDefault].
  public @Nullable LocalDate firstDefaultAsBanksCount() {
    return firstDefault == null ? null : firstDefault.plusDays(DEFAULT_DAYS + 1L);
  }
}
