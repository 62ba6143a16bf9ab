package dunnage.kernel.law;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What can happen to a claim while time runs against it.
public enum EventKind {
  ACKNOWLEDGED("acknowledged", "acknowledgement by the debtor"),
  PART_PAYMENT("part-payment", "part payment by the debtor"),
  DEMAND("demand", "demand that reached the debtor"),
  SUIT("suit", "suit, arbitration or payment order"),
  NEGOTIATION("negotiation", "negotiation"),
  INSOLVENCY("insolvency", "claim filed in the debtor's insolvency"),
  ENFORCEMENT("enforcement", "act of enforcement"),
  FORCE_MAJEURE("force-majeure", "obstacle by force majeure"),
  LAWYER_NOTICE("lawyer-notice", "formal notice by a lawyer");

  private final String word;
  private final String words;

  EventKind(String word, String words) {
    this.word = word;
    this.words = words;
  }

  public String word() {
    return word;
  }

  /// In words, as it stands in a proof.
  public String words() {
    return words;
  }

  /// The column of `limitation_rules.csv` that tells its effect.
  String column() {
    return word.replace('-', '_');
  }

  public static @Nullable EventKind find(String word) {
    String plain = word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    for (EventKind kind : values()) {
      if (kind.word.equals(plain)) {
        return kind;
      }
    }
    return switch (plain) {
      case "acknowledgement", "acknowledgment" -> ACKNOWLEDGED;
      case "payment" -> PART_PAYMENT;
      case "reminder" -> DEMAND;
      case "lawsuit", "arbitration" -> SUIT;
      default -> null;
    };
  }
}
