package dunnage.kernel.behaviour;

/// Which way something moves; `UNKNOWN` where there is too little to say.
public enum Trend {
  RISING,
  STEADY,
  FALLING,
  UNKNOWN;

  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
