package dunnage.kernel.world;

/// What a simulated debtor is, in truth. A marketplace is a debtor too: it owes payouts.
public enum Kind {
  STEADY,
  SEASONAL,
  /// Pays later than terms at first and sooner by and by.
  IMPROVING,
  /// Pays later and later, in one of several ways, then not at all.
  DRIFTING,
  /// Pays as ever, orders less and less, then stops paying.
  ORDERS_FALLING,
  /// Leaves balances (尾款) unpaid while it goes on ordering and paying deposits.
  BALANCES_UNPAID,
  /// Pays as ever until the day it is insolvent. Nothing tells in advance.
  INSOLVENT_OVERNIGHT,
  MARKETPLACE_HEALTHY,
  MARKETPLACE_SEASONAL,
  /// One harmless drought of 10 to 14 days when the payout rule changes.
  MARKETPLACE_RULE_CHANGE,
  /// Payouts come later and smaller, then stop.
  MARKETPLACE_SQUEEZE,
  MARKETPLACE_SUDDEN_STOP;

  /// Whether this debtor never defaults.
  public boolean healthy() {
    return switch (this) {
      case STEADY, SEASONAL, IMPROVING -> true;
      case MARKETPLACE_HEALTHY, MARKETPLACE_SEASONAL, MARKETPLACE_RULE_CHANGE -> true;
      case DRIFTING, ORDERS_FALLING, BALANCES_UNPAID, INSOLVENT_OVERNIGHT -> false;
      case MARKETPLACE_SQUEEZE, MARKETPLACE_SUDDEN_STOP -> false;
    };
  }

  public boolean marketplace() {
    return name().startsWith("MARKETPLACE");
  }

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
