package dunnage.kernel.pricing;

/// A way to have money sooner.
public sealed interface Offer permits Financing, EarlyPayment {

  /// Who offers it, as people call it.
  String name();
}
