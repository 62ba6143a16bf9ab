package dunnage.kernel.forecast;

import dunnage.kernel.ledger.Account;

/// Money that came: one dated payment of one receivable.
///
/// @param account the receivable it paid: a claim never learns from its own payment
/// @param share part of the receivable that this payment was, above 0 up to 1
/// @param dueMonthDay day of the month of the due date, 1 to 31
record Experience(
    Account account,
    int debtor,
    int paidDay,
    int daysLate,
    int dueWeekday,
    int dueMonthDay,
    float logAmount,
    float share) {}
