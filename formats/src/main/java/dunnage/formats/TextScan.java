package dunnage.formats;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// One look at every byte of a text file: is it UTF-8 throughout, how long are its lines, where do
/// lines start. Bytes 0x0A and 0x0D are line ends in every character set that is read here.
final class TextScan {

  /// A longer line is no export. A megabyte would be one row of ten thousand long cells.
  static final int LINE_MAX_BYTES = 4 << 20;

  private static final int CHUNK = 1 << 16;
  private static final int STRIDE = 1 << 20;
  private static final int KEPT_LINES = 400;
  private static final int SAMPLE_BYTES = 1 << 16;

  /// The place of a line in the file; one is kept for every megabyte.
  record Mark(long offset, int line) {}

  /// Physical lines, the last one counted although nothing ends it.
  int lines;

  /// Lines beyond ASCII that are valid UTF-8, and those that are not.
  int validLines;

  int invalidLines;

  /// The line that is too long; 0 when none is.
  int tooLong;

  boolean hasNul;

  private final Path file;
  private long[] marks = new long[16];
  private int[] markLines = new int[16];
  private int markCount;
  private final long[] invalidStarts = new long[KEPT_LINES];

  private int need;
  private int low;
  private int high;
  private boolean beyondAscii;
  private boolean invalid;
  private long lineStart;
  private boolean afterReturn;

  private TextScan(Path file) {
    this.file = file;
  }

  /// @param width bytes of one character: 2 for UTF-16, else 1
  static TextScan of(Path file, long start, int width, boolean bigEndian) throws IOException {
    TextScan scan = new TextScan(file);
    scan.lineStart = start;
    scan.lines = 1;
    scan.mark(start);
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(start);
      long at = start;
      for (int n = in.readNBytes(chunk, 0, CHUNK); n > 0; n = in.readNBytes(chunk, 0, CHUNK)) {
        if (width == 1) {
          scan.bytes(chunk, n, at);
        } else {
          scan.units(chunk, n, at, bigEndian);
        }
        at += n;
        if (at - scan.lineStart > LINE_MAX_BYTES && scan.tooLong == 0) {
          scan.tooLong = scan.lines;
        }
        if (scan.tooLong > 0) {
          return scan;
        }
      }
      scan.endLine(at);
      if (at == scan.lineStart && scan.lines > 1) {
        scan.lines--; // the file ends with a line end
      }
    }
    return scan;
  }

  private void bytes(byte[] chunk, int n, long at) {
    int i = 0;
    while (i < n) {
      if (need == 0) {
        while (i < n && chunk[i] > '\r') {
          i++;
        }
        if (i == n) {
          return;
        }
      }
      int b = chunk[i];
      if (b < 0 || need > 0) {
        i += beyondAscii(b & 0xff);
      } else {
        control(b, at + i);
        i++;
      }
    }
  }

  /// Follows the well-formed sequences of UTF-8 (Unicode, table 3-7).
  ///
  /// @return how many bytes were taken: 0 when the byte has to be looked at again
  private int beyondAscii(int b) {
    if (need > 0) {
      if (b < low || b > high) {
        invalid = true;
        need = 0;
        return b < 0x80 ? 0 : 1;
      }
      need--;
      low = 0x80;
      high = 0xbf;
      return 1;
    }
    beyondAscii = true;
    low = 0x80;
    high = 0xbf;
    if (b >= 0xc2 && b <= 0xdf) {
      need = 1;
    } else if (b >= 0xe0 && b <= 0xef) {
      need = 2;
      low = b == 0xe0 ? 0xa0 : 0x80;
      high = b == 0xed ? 0x9f : 0xbf;
    } else if (b >= 0xf0 && b <= 0xf4) {
      need = 3;
      low = b == 0xf0 ? 0x90 : 0x80;
      high = b == 0xf4 ? 0x8f : 0xbf;
    } else {
      invalid = true;
    }
    return 1;
  }

  private void control(int b, long at) {
    if (b == '\n' && afterReturn && lineStart == at) {
      lineStart = at + 1; // the second half of a line end that was counted
      afterReturn = false;
    } else if (b == '\n' || b == '\r') {
      endLine(at);
      lines++;
      lineStart = at + 1;
      afterReturn = b == '\r';
      if (lineStart - marks[markCount - 1] >= STRIDE && !afterReturn) {
        mark(lineStart);
      }
    } else if (b == 0) {
      hasNul = true;
    }
  }

  private void units(byte[] chunk, int n, long at, boolean bigEndian) {
    int shift = bigEndian ? 1 : 0;
    for (int i = 0; i + 1 < n; i += 2) {
      int c = chunk[i + shift];
      if (chunk[i + 1 - shift] == 0 && (c == '\n' || c == '\r')) {
        if (c == '\n' && afterReturn && lineStart == at + i) {
          lineStart = at + i + 2;
          afterReturn = false;
          continue;
        }
        endLine(at + i);
        lines++;
        lineStart = at + i + 2;
        afterReturn = c == '\r';
        if (lineStart - marks[markCount - 1] >= STRIDE && !afterReturn) {
          mark(lineStart);
        }
      }
    }
  }

  private void endLine(long at) {
    if (at - lineStart > LINE_MAX_BYTES && tooLong == 0) {
      tooLong = lines;
    }
    if (beyondAscii) {
      if (invalid || need > 0) {
        if (invalidLines < KEPT_LINES) {
          invalidStarts[invalidLines] = lineStart;
        }
        invalidLines++;
      } else {
        validLines++;
      }
    }
    beyondAscii = false;
    invalid = false;
    need = 0;
  }

  private void mark(long offset) {
    if (markCount == marks.length) {
      marks = Arrays.copyOf(marks, markCount * 2);
      markLines = Arrays.copyOf(markLines, markCount * 2);
    }
    marks[markCount] = offset;
    markLines[markCount++] = lines;
  }

  /// The last mark at or before a line.
  Mark before(int line) {
    int found = Arrays.binarySearch(markLines, 0, markCount, line);
    int index = Math.max(0, found >= 0 ? found : -found - 2);
    return new Mark(marks[index], markLines[index]);
  }

  /// The first lines that are no UTF-8, to tell what else they are.
  byte[] sampleOfInvalid() throws IOException {
    byte[] sample = new byte[SAMPLE_BYTES];
    int filled = 0;
    try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
      for (int i = 0; i < Math.min(invalidLines, KEPT_LINES) && filled < SAMPLE_BYTES; i++) {
        in.seek(invalidStarts[i]);
        int n = in.read(sample, filled, Math.min(SAMPLE_BYTES - filled, 2_000));
        int end = filled;
        while (end < filled + n && sample[end] != '\n' && sample[end] != '\r') {
          end++;
        }
        filled = Math.min(SAMPLE_BYTES, end + 1);
        sample[filled - 1] = '\n';
      }
    }
    return Arrays.copyOf(sample, filled);
  }
}
