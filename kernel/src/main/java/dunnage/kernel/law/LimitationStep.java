package dunnage.kernel.law;

import java.time.LocalDate;

/// One step of the computation.
///
/// @param date the day it is about
/// @param text one or more sentences
/// @param expires the last day after this step
/// @param counts whether it moved or set the last day
public record LimitationStep(LocalDate date, String text, LocalDate expires, boolean counts) {}
