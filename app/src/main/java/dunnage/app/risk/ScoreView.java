package dunnage.app.risk;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A score as others see it: the figures as they were kept, and of whom, as of which day.
///
/// @param id `evt_…` of the entry since which it has been so
/// @param asOf the day it was computed for
/// @param knowsUntil `evt_…` of the newest fact that was known then
/// @param pending whether the debtor's book changed since; only of the score of now
/// @param figures under the names of [ScoreFigures]
record ScoreView(
    String id,
    Who debtor,
    LocalDate asOf,
    Instant computedAt,
    @Nullable String knowsUntil,
    @Nullable Boolean pending,
    @JsonAnyGetter Map<String, @Nullable Object> figures) {

  /// @param key for reading on
  record Row(UUID score, UUID debtor, int place, ScoreView view) {}

  /// Who owes, as they are called now.
  record Who(String id, @Nullable String number, String name) {}
}
