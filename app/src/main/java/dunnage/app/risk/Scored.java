package dunnage.app.risk;

import dunnage.app.platform.TypeId;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.warning.Tendency;
import dunnage.kernel.warning.Warning;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One debtor's line of an assessment, ready to be kept.
///
/// @param place in the order worst first
/// @param figures as JSON
record Scored(UUID debtor, int place, DebtorLine line, String figures) {

  static @Nullable UUID debtor(DebtorLine line) {
    return TypeId.read("deb", line.debtor().id()).orElse(null);
  }

  @Nullable String grade() {
    return line.grade() == Grade.NONE ? null : line.grade().name();
  }

  @Nullable Money limit() {
    return line.limit() == null ? null : line.limit().amount();
  }

  @Nullable String limitCurrency() {
    Money limit = limit();
    return limit == null ? null : limit.currency().code();
  }

  @Nullable Long limitMinor() {
    Money limit = limit();
    return limit == null ? null : limit.minor();
  }

  /// The surest sign of getting worse; empty for none.
  String worse() {
    return signs(Tendency.WORSE).stream().map(Warning::words).findFirst().orElse("");
  }

  List<Warning> signs(Tendency direction) {
    return line.warning().warnings().stream().filter(w -> w.direction() == direction).toList();
  }

  /// What a person would notice: while it is the same, nothing has happened. Days late alone are
  /// not part of it, since they grow by one each day, but their bucket of the aging is.
  String noticed() {
    String signs =
        line.warning().warnings().stream()
            .map(w -> w.signal().code() + "-" + w.direction().code())
            .sorted()
            .collect(Collectors.joining(","));
    return String.join(
        "|",
        String.valueOf(grade()),
        String.valueOf(line.score()),
        String.valueOf(limit()),
        line.terms().code(),
        line.nextStep().action().code(),
        line.warning().trend().code(),
        signs,
        AgingBucket.ofDaysLate(line.oldestDaysLate()).code());
  }
}
