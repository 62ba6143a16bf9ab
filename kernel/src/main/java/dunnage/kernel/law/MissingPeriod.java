package dunnage.kernel.law;

import java.time.LocalDate;

/// Days of delay for which no rate is known; nothing was added for them.
///
/// @param what which series or row lacks what, e.g. `DE_BASISZINS for the half-year from
///   2027-01-01`
public record MissingPeriod(LocalDate from, LocalDate to, String what) {}
