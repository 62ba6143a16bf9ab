package dunnage.kernel.behaviour;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened around the money, as known at the end of a day.
///
/// @param openDisputes disputes told of and not closed, and receivables marked as disputed
/// @param divisionClosed day of the latest; null if none
/// @param petitionPending day of the oldest petition not dismissed; null if none
/// @param petitionsDismissed days on which petitions were dismissed
/// @param insolvencyOpened null if not
/// @param publicWarnings how many
/// @param lastWarning words of the latest warning; empty if none
/// @param attempts messages, calls and demands since the last answer
/// @param finalDemand day of the latest since the last payment; null if none
/// @param lastPromise day promised last; null if none
public record Signals(
    int openDisputes,
    @Nullable LocalDate divisionClosed,
    @Nullable LocalDate petitionPending,
    List<LocalDate> petitionsDismissed,
    @Nullable LocalDate insolvencyOpened,
    int publicWarnings,
    String lastWarning,
    int attempts,
    @Nullable LocalDate finalDemand,
    @Nullable LocalDate lastPromise) {

  /// Nothing happened.
  public static final Signals QUIET =
      new Signals(0, null, null, List.of(), null, 0, "", 0, null, null);
}
