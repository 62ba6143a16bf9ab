package dunnage.formats;

import dunnage.kernel.pricing.Offer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the terms of an offer.
///
/// @param offer null when there are problems
/// @param problems one sentence each: where, what, how to mend it
/// @param assumed rules by convention, because the terms say nothing of them; for people
public record OfferReading(@Nullable Offer offer, List<String> problems, List<String> assumed) {
  public OfferReading {
    problems = List.copyOf(problems);
    assumed = List.copyOf(assumed);
  }
}
