package dunnage.kernel.assessment;

import dunnage.kernel.behaviour.Behaviour;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.party.Party;
import dunnage.kernel.risk.CreditLimit;
import dunnage.kernel.risk.Degree;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.NextStep;
import dunnage.kernel.risk.Reason;
import dunnage.kernel.risk.TermsAdvice;
import dunnage.kernel.warning.DebtorWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One debtor at the end of the day.
///
/// @param oldestDaysLate days late of the oldest open receivable; 0 when nothing is late
/// @param score points of 100 behind the grade; null without a grade
/// @param limit in the currency the debtor buys most in; null when nothing was ever sold
/// @param warning which way the debtor goes against its own past, since when
/// @param reasons the pieces of the score, costliest first
public record DebtorLine(
    Party debtor,
    int receivables,
    int open,
    Amounts openAmount,
    Amounts overdueAmount,
    Amounts creditsHeld,
    int oldestDaysLate,
    Degree degree,
    Behaviour behaviour,
    Grade grade,
    @Nullable Integer score,
    @Nullable CreditLimit limit,
    TermsAdvice terms,
    NextStep nextStep,
    DebtorWarning warning,
    List<Reason> reasons) {}
