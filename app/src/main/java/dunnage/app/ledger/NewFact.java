package dunnage.app.ledger;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact that is about to be recorded.
///
/// @param about the receivable, receipt, order, event, or import
/// @param subject the same as others see it, like `inv_…`
/// @param on the day it counts from; null when nobody knows
/// @param corrects the fact that no longer counts because of this one
/// @param reason why, for a correction
/// @param line of the import's file; 0 when there is none
record NewFact(
    FactKind kind,
    UUID about,
    String subject,
    @Nullable UUID debtor,
    @Nullable LocalDate on,
    @Nullable UUID corrects,
    @Nullable String reason,
    int line,
    Map<String, ?> body) {

  static NewFact of(
      FactKind kind,
      UUID about,
      @Nullable UUID debtor,
      @Nullable LocalDate on,
      int line,
      Map<String, ?> body) {
    return new NewFact(kind, about, kind.subject(about), debtor, on, null, null, line, body);
  }

  NewFact because(@Nullable String why) {
    return new NewFact(kind, about, subject, debtor, on, corrects, why, line, body);
  }

  NewFact correcting(UUID fact) {
    return new NewFact(kind, about, subject, debtor, on, fact, reason, line, body);
  }
}
