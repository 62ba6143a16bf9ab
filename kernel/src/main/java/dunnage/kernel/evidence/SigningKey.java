package dunnage.kernel.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;

/// An Ed25519 key pair. It signs the same message always with the same bytes (RFC 8032), so the
/// same folder gives the same bundle.
public final class SigningKey {

  private static final byte[] TRIAL = "one key, two halves".getBytes(StandardCharsets.UTF_8);

  private final PrivateKey secret;
  private final VerifyingKey verifyingKey;

  private SigningKey(PrivateKey secret, VerifyingKey verifyingKey) {
    this.secret = secret;
    this.verifyingKey = verifyingKey;
  }

  /// @throws IllegalArgumentException if the two halves do not belong together
  public static SigningKey of(PrivateKey secret, VerifyingKey verifyingKey) {
    SigningKey key = new SigningKey(secret, verifyingKey);
    if (!verifyingKey.verifies(TRIAL, key.sign(TRIAL))) {
      throw new IllegalArgumentException("the public key is not that of the private key");
    }
    return key;
  }

  public VerifyingKey verifyingKey() {
    return verifyingKey;
  }

  byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(secret);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 private key", e);
    }
  }
}
