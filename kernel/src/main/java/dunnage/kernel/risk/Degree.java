package dunnage.kernel.risk;

/// Degree of arrears: how deep a debtor is in arrears today, from none to severe.
public enum Degree {
  NONE,
  LIGHT,
  MODERATE,
  SERIOUS,
  SEVERE;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
