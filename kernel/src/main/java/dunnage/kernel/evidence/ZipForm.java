package dunnage.kernel.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The bytes of ZIP (PKWARE APPNOTE 6.3) in the one form a bundle uses: stored, UTF-8 names, no
/// dates, no comments, no data descriptors, ZIP64 fields exactly where a size or an offset needs
/// them.
final class ZipForm {

  static final int LOCAL_BYTES = 30;
  static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int CENTRAL_SIGNATURE = 0x02014b50;
  private static final int CENTRAL_BYTES = 46;
  private static final int ZIP64_TAG = 1;
  private static final int ZIP64_LOCAL_BYTES = 20;
  static final long LIMIT_32 = 0xFFFF_FFFFL;
  private static final int LIMIT_16 = 0xFFFF;
  private static final short UTF8_NAMES = 0x0800;
  private static final short VERSION = 20;
  private static final short VERSION_64 = 45;
  private static final short MADE_ON_UNIX = 3 << 8;

  /// A regular file that everyone may read and its owner write.
  private static final int MODE = 0100644 << 16;

  /// 1980-01-01, the first day ZIP can name: an entry says nothing about time.
  private static final short DAY = 0x21;

  private ZipForm() {}

  /// One entry as it stands in the container.
  ///
  /// @param offset of its local header
  record Entry(String name, long size, int crc32, long offset) {
    byte[] nameBytes() {
      return name.getBytes(StandardCharsets.UTF_8);
    }

    long end() {
      return offset + local(this).length + size;
    }
  }

  static byte[] local(Entry entry) {
    byte[] name = entry.nameBytes();
    boolean big = entry.size() >= LIMIT_32;
    ByteBuffer out = buffer(LOCAL_BYTES + name.length + (big ? ZIP64_LOCAL_BYTES : 0));
    out.putInt(LOCAL_SIGNATURE);
    common(out, entry, big ? VERSION_64 : VERSION, name.length, big ? ZIP64_LOCAL_BYTES : 0);
    out.put(name);
    if (big) {
      out.putShort((short) ZIP64_TAG).putShort((short) (ZIP64_LOCAL_BYTES - 4));
      out.putLong(entry.size()).putLong(entry.size());
    }
    return out.array();
  }

  /// From `version needed` to the length of the extra field: the same in both headers.
  private static void common(ByteBuffer out, Entry entry, short version, int name, int extra) {
    int size = (int) Math.min(entry.size(), LIMIT_32);
    out.putShort(version).putShort(UTF8_NAMES).putShort((short) 0);
    out.putShort((short) 0).putShort(DAY);
    out.putInt(entry.crc32()).putInt(size).putInt(size);
    out.putShort((short) name).putShort((short) extra);
  }

  static byte[] central(Entry entry) {
    byte[] name = entry.nameBytes();
    boolean bigSize = entry.size() >= LIMIT_32;
    boolean bigOffset = entry.offset() >= LIMIT_32;
    int fields = (bigSize ? 16 : 0) + (bigOffset ? 8 : 0);
    int extra = fields == 0 ? 0 : fields + 4;
    short version = fields == 0 ? VERSION : VERSION_64;
    ByteBuffer out = buffer(CENTRAL_BYTES + name.length + extra);
    out.putInt(CENTRAL_SIGNATURE).putShort((short) (MADE_ON_UNIX | version));
    common(out, entry, version, name.length, extra);
    out.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    out.putInt(MODE).putInt((int) Math.min(entry.offset(), LIMIT_32)).put(name);
    if (fields > 0) {
      out.putShort((short) ZIP64_TAG).putShort((short) fields);
    }
    if (bigSize) {
      out.putLong(entry.size()).putLong(entry.size());
    }
    if (bigOffset) {
      out.putLong(entry.offset());
    }
    return out.array();
  }

  /// What stands after the central directory.
  ///
  /// @param start offset of the central directory
  /// @param length of the central directory
  static byte[] end(int entries, long start, long length) {
    boolean big = start >= LIMIT_32 || length >= LIMIT_32 || entries >= LIMIT_16;
    ByteBuffer out = buffer((big ? 56 + 20 : 0) + 22);
    if (big) {
      out.putInt(0x06064b50).putLong(44).putShort((short) (MADE_ON_UNIX | VERSION_64));
      out.putShort(VERSION_64).putInt(0).putInt(0).putLong(entries).putLong(entries);
      out.putLong(length).putLong(start);
      out.putInt(0x07064b50).putInt(0).putLong(start + length).putInt(1);
    }
    short count = (short) Math.min(entries, LIMIT_16);
    out.putInt(0x06054b50).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
    out.putInt((int) Math.min(length, LIMIT_32)).putInt((int) Math.min(start, LIMIT_32));
    out.putShort((short) 0);
    return out.array();
  }

  static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
