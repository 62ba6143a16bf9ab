package dunnage.kernel.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// An Ed25519 public key (RFC 8032): 32 bytes.
public final class VerifyingKey {

  /// What stands before the 32 bytes in the DER form (RFC 8410).
  private static final byte[] DER_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int RAW_BYTES = 32;
  private static final String BEGIN = "-----BEGIN PUBLIC KEY-----\n";
  private static final String END = "\n-----END PUBLIC KEY-----\n";

  private final byte[] raw;

  private VerifyingKey(byte[] raw) {
    this.raw = raw;
  }

  /// @throws IllegalArgumentException unless there are 32 bytes
  public static VerifyingKey raw(byte[] bytes) {
    if (bytes.length != RAW_BYTES) {
      throw new IllegalArgumentException("an Ed25519 public key has 32 bytes, not " + bytes.length);
    }
    return new VerifyingKey(bytes.clone());
  }

  /// From the PEM that [#pem] and OpenSSL write.
  ///
  /// @throws IllegalArgumentException if it is not an Ed25519 public key
  public static VerifyingKey pem(String text) {
    String unix = text.replace("\r\n", "\n").strip() + "\n";
    if (!unix.startsWith(BEGIN) || !unix.endsWith(END)) {
      throw new IllegalArgumentException("not a PEM public key");
    }
    byte[] der =
        Base64.getDecoder().decode(unix.substring(BEGIN.length(), unix.length() - END.length()));
    if (der.length != DER_HEAD.length + RAW_BYTES
        || !Arrays.equals(DER_HEAD, Arrays.copyOf(der, DER_HEAD.length))) {
      throw new IllegalArgumentException("not an Ed25519 public key");
    }
    return raw(Arrays.copyOfRange(der, DER_HEAD.length, der.length));
  }

  /// DER inside PEM, one line of base 64.
  public String pem() {
    return BEGIN + Base64.getEncoder().encodeToString(der()) + END;
  }

  public byte[] raw() {
    return raw.clone();
  }

  private byte[] der() {
    byte[] der = Arrays.copyOf(DER_HEAD, DER_HEAD.length + RAW_BYTES);
    System.arraycopy(raw, 0, der, DER_HEAD.length, RAW_BYTES);
    return der;
  }

  /// SHA-256 of the DER form: what people compare over the telephone.
  public Hash fingerprint() {
    return Hash.of(der());
  }

  /// Whether the holder of this key signed the message. Never throws: a broken key or signature
  /// proves nothing.
  public boolean verifies(byte[] message, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der())));
      check.update(message);
      return check.verify(signature);
    } catch (GeneralSecurityException broken) {
      return false;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifyingKey key && Arrays.equals(raw, key.raw);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(raw);
  }

  @Override
  public String toString() {
    return "Ed25519 key " + fingerprint();
  }
}
