package dunnage.kernel.pricing;

import dunnage.kernel.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A borrowing base: from everything open in one currency to what is advanced on it, deduction by
/// deduction. Each line's `running` is the one before plus its amount, to the smallest unit.
///
/// @param gross everything open
/// @param eligible receivables that are taken less credits, contra and amounts in dispute
/// @param counted `eligible` within the concentration cap: what the advance rate is taken of
/// @param available what is advanced
/// @param dilution share of the last 365 days' sales lost to credit notes and write-offs, or as the
///   offer says; null when nothing was sold
public record Availability(
    List<BaseLine> lines,
    Money gross,
    Money eligible,
    Money counted,
    Money available,
    @Nullable Double dilution) {
  public Availability {
    lines = List.copyOf(lines);
  }
}
