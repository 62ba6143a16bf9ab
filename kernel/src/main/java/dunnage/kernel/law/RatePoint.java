package dunnage.kernel.law;

import java.math.BigDecimal;
import java.time.LocalDate;

/// One published value of a reference rate.
///
/// @param series e.g. `DE_BASISZINS`
/// @param effective first day it counts, or the day of a half-year snapshot
/// @param valuePercent percent per year; may be negative
/// @param source who published it
/// @param sourceUrl where it was read; empty if the address was not kept
public record RatePoint(
    String series,
    LocalDate effective,
    BigDecimal valuePercent,
    String source,
    String sourceUrl,
    Confidence confidence,
    String note) {}
