package dunnage.app.evidence;

import dunnage.kernel.evidence.Attestation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a signature or timestamp in a bundle turned out to say.
///
/// @param holds whether it is what it claims to be, over exactly this bundle
/// @param by who signed or stamped, as its certificate names them; empty if unreadable
/// @param time of a timestamp: when the bundle existed; of a signature: what its maker says
/// @param words one sentence for people
public record Testimony(
    Attestation.Kind kind, boolean holds, String by, @Nullable Instant time, String words) {

  /// Names come from certificates that anyone can make; they must not draw on a terminal.
  public Testimony {
    by = printable(by);
    words = printable(words);
  }

  private static String printable(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
  }
}
