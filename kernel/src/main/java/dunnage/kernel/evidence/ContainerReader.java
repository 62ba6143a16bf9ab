package dunnage.kernel.evidence;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads a container from front to back and accepts no byte that [ZipForm] would not have written:
/// a header is understood, written anew and compared. So there is no gap, comment or second
/// directory in which anything could hide.
final class ContainerReader {

  private static final int NAME_BYTES_MOST = 1_024;
  private static final int ZIP64_EXTRA_BYTES = 20;
  private static final int BUFFER_BYTES = 1 << 16;

  private final ByteSource source;
  private final List<ZipForm.Entry> entries = new ArrayList<>();
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private long position;

  ContainerReader(ByteSource source) {
    this.source = source;
  }

  /// The header of the next entry; its content must be read before the one after.
  ///
  /// @param wanted what should come, for messages
  ZipForm.Entry next(String wanted) throws Broken {
    long offset = position;
    byte[] head = take(ZipForm.LOCAL_BYTES, wanted);
    ByteBuffer fields = ByteBuffer.wrap(head).order(java.nio.ByteOrder.LITTLE_ENDIAN);
    int nameLength = Short.toUnsignedInt(fields.getShort(26));
    int extraLength = Short.toUnsignedInt(fields.getShort(28));
    if (fields.getInt(0) != ZipForm.LOCAL_SIGNATURE
        || nameLength > NAME_BYTES_MOST
        || extraLength != 0 && extraLength != ZIP64_EXTRA_BYTES) {
      throw form(wanted, "bytes at " + offset + " that are no header of such an entry", wanted);
    }
    byte[] rest = take(nameLength + extraLength, wanted);
    String name = new String(rest, 0, nameLength, StandardCharsets.UTF_8);
    long size =
        extraLength == 0
            ? Integer.toUnsignedLong(fields.getInt(18))
            : ByteBuffer.wrap(rest).order(fields.order()).getLong(nameLength + 4);
    if (size < 0) {
      throw form(name, "a size below zero", "a size");
    }
    ZipForm.Entry entry = new ZipForm.Entry(name, size, fields.getInt(14), offset);
    byte[] written = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, written, head.length, rest.length);
    if (!Arrays.equals(written, ZipForm.local(entry))) {
      throw form(name, "a header written in another way", "a stored entry as Dunnage writes it");
    }
    entries.add(entry);
    return entry;
  }

  /// The whole content of an entry.
  byte[] content(ZipForm.Entry entry, int most) throws Broken {
    if (entry.size() > most) {
      throw form(entry.name(), entry.size() + " bytes", "at most " + most);
    }
    byte[] bytes = take((int) entry.size(), entry.name());
    checkCrc(entry, Content.of(bytes));
    return bytes;
  }

  /// Measures the content of an entry without keeping it. Its checksum is left to the caller.
  Content measure(ZipForm.Entry entry) throws Broken {
    Content.Meter meter = new Content.Meter();
    long left = entry.size();
    while (left > 0) {
      int count = source.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (count < 1) {
        throw endsEarly(entry.name());
      }
      meter.add(buffer, 0, count);
      position += count;
      left -= count;
    }
    return meter.content();
  }

  void checkCrc(ZipForm.Entry entry, Content content) throws Broken {
    if (content.crc32() != entry.crc32()) {
      throw form(entry.name(), "a checksum that is not that of its bytes", "the same checksum");
    }
  }

  /// The central directory and the end: exactly those of the entries read, and nothing after.
  void end() throws Broken {
    long start = position;
    for (ZipForm.Entry entry : entries) {
      expect(ZipForm.central(entry), "directory entry of " + entry.name());
    }
    expect(ZipForm.end(entries.size(), start, position - start), "end of the container");
    if (source.read(buffer, 0, 1) > 0) {
      throw form("", "bytes after its end", "nothing more");
    }
  }

  private void expect(byte[] bytes, String what) throws Broken {
    if (!Arrays.equals(take(bytes.length, what), bytes)) {
      throw form("", "another " + what, "the one that fits the entries");
    }
  }

  private byte[] take(int count, String what) throws Broken {
    byte[] bytes = new byte[count];
    int filled = 0;
    while (filled < count) {
      int got = source.read(bytes, filled, count - filled);
      if (got < 1) {
        throw endsEarly(what);
      }
      filled += got;
    }
    position += count;
    return bytes;
  }

  private Broken endsEarly(String what) {
    return form(what, "the end of the file", what);
  }

  static Broken form(String entry, String seen, String expected) {
    return new Broken(Finding.of(FindingCode.BUNDLE_FORM, printable(entry), seen, expected));
  }

  /// The name of an entry as it may be shown: a hostile one must not draw on the reader's terminal.
  static String printable(String name) {
    return name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
  }
}
