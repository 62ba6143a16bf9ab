package dunnage.kernel.evidence;

/// A signature or timestamp from outside that a bundle carries. The kernel knows that it is
/// unchanged since the bundle was sealed; what it says takes a library to check.
///
/// @param token DER
/// @param covered the bytes it speaks of: a manifest with the hash of every file
public record Attestation(Kind kind, byte[] token, byte[] covered) {

  /// Which standard it follows.
  public enum Kind {
    CADES_SIGNATURE("signature", "CAdES"),
    RFC3161_TIMESTAMP("timestamp", "RFC 3161");

    private final String word;
    private final String standard;

    Kind(String word, String standard) {
      this.word = word;
      this.standard = standard;
    }

    public String word() {
      return word;
    }

    public String standard() {
      return standard;
    }
  }
}
