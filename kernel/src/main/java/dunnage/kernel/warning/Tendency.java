package dunnage.kernel.warning;

/// Which way a debtor goes; `UNKNOWN` where there is too little to say.
public enum Tendency {
  WORSE,
  STEADY,
  BETTER,
  UNKNOWN;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
