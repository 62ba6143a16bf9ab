package dunnage.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// One pass over the bytes of a file before anything is decoded: how long its lines are, whether
/// they are UTF-8, and a sample for guessing. Stops early at a line no export would write.
final class ByteScan {

  /// No export writes a line this long, bytes.
  static final int LONGEST_LINE = 8 << 20;

  private static final int SAMPLE_BYTES = 256 << 10;

  final ByteArrayOutputStream head = new ByteArrayOutputStream();

  /// Lines with bytes above 127, from anywhere in the file.
  final ByteArrayOutputStream foreign = new ByteArrayOutputStream();

  long size;
  long nuls;
  long validMultibyte;
  long invalidMultibyte;
  boolean lineTooLong;
  int lineOfLongest;
  boolean endsInLineEnd;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean lineIsForeign;
  private long lineLength;
  private int lineNumber = 1;
  private int pending;

  static ByteScan of(InputStream in) throws IOException {
    ByteScan scan = new ByteScan();
    byte[] block = new byte[1 << 16];
    for (int read = in.read(block); read >= 0 && !scan.lineTooLong; read = in.read(block)) {
      scan.take(block, read);
    }
    scan.endLine();
    return scan;
  }

  boolean ascii() {
    return validMultibyte == 0 && invalidMultibyte == 0;
  }

  private void take(byte[] block, int read) {
    if (head.size() < SAMPLE_BYTES) {
      head.write(block, 0, Math.min(read, SAMPLE_BYTES - head.size()));
    }
    int start = 0;
    for (int i = 0; i < read; i++) {
      int b = block[i];
      if (b == '\n') {
        lineLength += i - start;
        keep(block, start, i);
        start = i + 1;
        endLine();
        lineNumber++;
      } else if (b <= 0 || pending > 0) {
        special(b & 0xff);
      }
    }
    keep(block, start, read);
    lineLength += read - start;
    if (lineLength > LONGEST_LINE) {
      lineTooLong = true;
      lineOfLongest = lineNumber;
    }
    size += read;
    endsInLineEnd = read > 0 && block[read - 1] == '\n';
  }

  private void special(int b) {
    if (b == 0) {
      nuls++;
      return;
    }
    if (pending > 0) {
      if ((b & 0xc0) == 0x80) {
        pending--;
        validMultibyte += pending == 0 ? 1 : 0;
        return;
      }
      pending = 0;
      invalidMultibyte++;
    }
    if (b >= 0x80) {
      lineIsForeign = true;
      if (b >= 0xc2 && b <= 0xf4) {
        pending = b >= 0xf0 ? 3 : b >= 0xe0 ? 2 : 1;
      } else {
        invalidMultibyte++;
      }
    }
  }

  private void keep(byte[] block, int from, int to) {
    if (foreign.size() < SAMPLE_BYTES && line.size() < 4096) {
      line.write(block, from, Math.min(to - from, 4096));
    }
  }

  private void endLine() {
    if (pending > 0) {
      pending = 0;
      invalidMultibyte++;
    }
    if (lineIsForeign && foreign.size() < SAMPLE_BYTES) {
      foreign.writeBytes(line.toByteArray());
      foreign.write('\n');
    }
    line.reset();
    lineIsForeign = false;
    lineLength = 0;
  }
}
