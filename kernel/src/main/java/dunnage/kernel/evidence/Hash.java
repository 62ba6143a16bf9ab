package dunnage.kernel.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 hash (FIPS 180-4): 32 bytes.
public final class Hash {

  /// Length of a hash in bytes.
  public static final int BYTES = 32;

  private final byte[] bytes;

  private Hash(byte[] bytes) {
    this.bytes = bytes;
  }

  /// The hash of these parts, one after the other.
  public static Hash of(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return new Hash(digest.digest());
  }

  /// A hash that was computed before.
  ///
  /// @throws IllegalArgumentException unless there are 32 bytes
  public static Hash known(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a SHA-256 hash has 32 bytes, not " + bytes.length);
    }
    return new Hash(bytes.clone());
  }

  /// From 64 lower-case hexadecimal digits, the only way a hash is written here.
  ///
  /// @throws IllegalArgumentException for anything else
  public static Hash hex(String digits) {
    Hash hash = known(HexFormat.of().parseHex(digits));
    if (!hash.hex().equals(digits)) {
      throw new IllegalArgumentException("a hash is written in lower case");
    }
    return hash;
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /// 64 lower-case digits.
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  /// Standard base 64 with padding (RFC 4648 section 4).
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return hex();
  }
}
