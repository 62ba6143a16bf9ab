package dunnage.kernel.risk;

/// What to do now and why.
///
/// @param action the kind of step
/// @param words an instruction of one line
/// @param why the reason in one sentence, with its figures
public record NextStep(Action action, String words, String why) {

  /// From nothing to the lawyer; the order is the order of urgency, most urgent first.
  public enum Action {
    FILE_CLAIM,
    HAND_OVER,
    FINAL_DEMAND,
    HOLD,
    FIND_DECIDER,
    CALL_DECIDER,
    OFFER_INSTALMENTS,
    SETTLE_DISPUTE,
    REMIND,
    WATCH,
    SHIP,
    GROW;

    /// Whether a person has something to do: everything more urgent than watching.
    public boolean needsYou() {
      return compareTo(WATCH) < 0;
    }

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
