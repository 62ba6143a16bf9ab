package dunnage.kernel.risk;

/// Risk line of one receivable.
public enum RiskLevel {
  LOW,
  GUARDED,
  ELEVATED,
  HIGH;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
