package dunnage.kernel.ledger;

import dunnage.kernel.calendar.ClockStart;
import dunnage.kernel.calendar.Incoterm;
import dunnage.kernel.calendar.PaymentMethod;
import org.jspecify.annotations.Nullable;

/// The order behind a receivable, where the file tells of one. An order with a deposit and a
/// balance is several receivables that share its number.
///
/// @param order order number; empty when unknown
/// @param part `deposit`, `balance`, `2`, ...; empty when the receivable is the whole order
/// @param terms the terms as written; empty when unknown
/// @param method how the money is to come, if the terms say
/// @param clock what starts the days of the terms, if they say
/// @param incoterm delivery term, if named
/// @param disputed whether the file marks it as disputed
public record Deal(
    String order,
    String part,
    String terms,
    @Nullable PaymentMethod method,
    @Nullable ClockStart clock,
    @Nullable Incoterm incoterm,
    boolean disputed) {}
