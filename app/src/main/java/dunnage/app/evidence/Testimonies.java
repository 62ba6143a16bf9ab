package dunnage.app.evidence;

import dunnage.kernel.evidence.Attestation;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;

/// Checks what others attest in a bundle.
public final class Testimonies {

  private Testimonies() {}

  /// Never throws for what stands in the token: what cannot be read does not hold.
  ///
  /// @param authorities certificates that are trusted; empty if that is not asked
  public static Testimony check(Attestation attestation, Set<X509Certificate> authorities) {
    try {
      return switch (attestation.kind()) {
        case CADES_SIGNATURE -> CadesSignature.check(attestation, authorities);
        case RFC3161_TIMESTAMP -> Timestamp.check(attestation, authorities);
      };
    } catch (CMSException
        | TSPException
        | OperatorCreationException
        | IOException
        | GeneralSecurityException
        | RuntimeException unreadable) { // the parser answers hostile DER with many kinds
      String reason = String.valueOf(unreadable.getMessage());
      return new Testimony(
          attestation.kind(), false, "", null, "it does not hold or cannot be read: " + reason);
    }
  }
}
