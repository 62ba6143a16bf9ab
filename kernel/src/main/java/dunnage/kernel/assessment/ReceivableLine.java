package dunnage.kernel.assessment;

import dunnage.kernel.calendar.AgingBucket;
import dunnage.kernel.forecast.Forecast;
import dunnage.kernel.ledger.Receivable;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.RiskLevel;

/// One open receivable at the end of the day.
///
/// @param daysLate negative while it is not due
/// @param why the risk in words
/// @param nextStep an instruction of one line
/// @param forecast when it will be paid
public record ReceivableLine(
    Receivable receivable,
    Money open,
    int daysLate,
    AgingBucket bucket,
    RiskLevel risk,
    String why,
    String nextStep,
    Forecast forecast) {}
