package dunnage.app.stories;

import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.assessment.GrowthLine;
import dunnage.kernel.assessment.Portfolio;
import dunnage.kernel.behaviour.Behaviour;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.risk.CreditLimit;
import dunnage.kernel.risk.Reason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says an assessment in few lines that a credit controller would read and a diff would show.
final class StoryVoice {

  private static final int MOST_REASONS = 4;

  private StoryVoice() {}

  static String say(Assessment assessment) {
    StringBuilder out = new StringBuilder();
    Portfolio p = assessment.portfolio();
    line(
        out,
        "%d of %d receivables open, %s; %d overdue from %d debtors, %s",
        p.open(),
        p.receivables(),
        money(p.openAmount()),
        p.overdueCount(),
        p.overdueDebtors(),
        money(p.overdueAmount()));
    if (assessment.debtors().size() > 1) {
      p.concentration()
          .forEach(
              c ->
                  line(
                      out,
                      "concentration %s: Herfindahl %.0f; %s",
                      c.currency(),
                      c.herfindahl(),
                      c.advice()));
    }
    assessment.debtors().forEach(d -> say(d, out));
    assessment.toGrow().forEach(g -> say(g, out));
    return out.toString().strip();
  }

  private static void say(DebtorLine d, StringBuilder out) {
    Behaviour b = d.behaviour();
    line(out, "%s", d.debtor().name());
    line(
        out,
        "  owes      %s; overdue %s; oldest %d days late; arrears %s",
        money(d.openAmount()),
        money(d.overdueAmount()),
        d.oldestDaysLate(),
        d.degree().code());
    line(
        out,
        "  pays      %d paid; days beyond terms %s, index %s; last 12 months %s, index %s; ever over 90: %s %%",
        b.paidReceivables(),
        number(b.daysBeyondTerms()),
        number(b.paymentIndex()),
        number(b.recentDaysBeyondTerms()),
        number(b.recentPaymentIndex()),
        number(b.everOver90Percent()));
    line(
        out,
        "  moves     orders %s (%s %%), lateness %s (%s days), broken promises %d%s%s",
        b.orders().code(),
        number(b.ordersChangePercent()),
        b.lateness().code(),
        number(b.latenessChangeDays()),
        b.brokenPromises(),
        b.silentSince() == null ? "" : ", silent since " + b.silentSince(),
        b.contactGone() ? ", contact gone" : "");
    line(
        out,
        "  trend     %s%s%s",
        d.warning().trend().code(),
        d.warning().since() == null ? "" : " since " + d.warning().since(),
        d.warning().warnings().stream()
            .map(w -> "; " + w.signal().code() + ": " + w.words())
            .collect(Collectors.joining()));
    line(
        out,
        "  grade     %s (%s), limit %s, terms: %s",
        d.grade().label(),
        d.score() == null ? "no score" : d.score() + " points",
        limit(d.limit()),
        d.terms().words());
    line(out, "  next step %s: %s", d.nextStep().action().code(), d.nextStep().words());
    line(out, "  because   %s", d.nextStep().why());
    List<Reason> reasons = d.reasons();
    reasons.stream()
        .limit(MOST_REASONS)
        .forEach(r -> line(out, "  %+4d %s: %s", r.points(), r.code(), r.text()));
  }

  private static void say(GrowthLine g, StringBuilder out) {
    line(
        out,
        "grow %s: limit %s could be %s; %s",
        g.debtor().name(),
        g.limit(),
        g.higher(),
        g.why());
  }

  private static String limit(CreditLimit limit) {
    return limit == null ? "none" : limit.amount() + " (" + limit.binding() + ")";
  }

  private static String money(Amounts amounts) {
    return amounts.isZero()
        ? "nothing"
        : amounts.nonZero().stream().map(Object::toString).collect(Collectors.joining(" + "));
  }

  private static String number(Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.1f", value);
  }

  private static void line(StringBuilder out, String pattern, Object... values) {
    out.append(String.format(Locale.ROOT, pattern, values).stripTrailing()).append('\n');
  }
}
