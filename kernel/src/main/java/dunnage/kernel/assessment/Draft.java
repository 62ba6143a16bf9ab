package dunnage.kernel.assessment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A debtor judged, before the debtors are put in order.
///
/// @param insolvent whether proceedings are opened
/// @param receivables the open ones, oldest first
/// @param growth null unless there is more to sell
record Draft(
    DebtorLine line,
    boolean insolvent,
    List<ReceivableLine> receivables,
    @Nullable GrowthLine growth) {}
