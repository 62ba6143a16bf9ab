package dunnage.kernel.evidence;

import java.security.MessageDigest;
import java.util.zip.CRC32;

/// What is known of a run of bytes without keeping them.
///
/// @param size in bytes
/// @param crc32 as ZIP wants it; guards against accidents only
public record Content(long size, Hash sha256, int crc32) {

  public static Content of(byte[] bytes) {
    Meter meter = new Meter();
    meter.add(bytes, 0, bytes.length);
    return meter.content();
  }

  /// Takes bytes as they pass.
  public static final class Meter {

    private final MessageDigest digest = Hash.digest();
    private final CRC32 crc = new CRC32();
    private long size;

    public void add(byte[] bytes, int offset, int count) {
      digest.update(bytes, offset, count);
      crc.update(bytes, offset, count);
      size += count;
    }

    /// Ends the measuring.
    public Content content() {
      return new Content(size, Hash.known(digest.digest()), (int) crc.getValue());
    }
  }
}
