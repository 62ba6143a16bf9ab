package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// Looks into a packed workbook before anything is parsed: what its directory claims, then what
/// really comes out, both within limits.
final class PackedFile {

  static final int ENTRIES_MAX = 10_000;
  static final long UNPACKED_MAX_BYTES = 1L << 30;

  /// Honest sheets pack 10 to 30 to 1; beyond this, past a size that cannot hurt, it is a bomb.
  /// Apache POI draws the same line.
  static final int RATIO_MAX = 100;

  static final long RATIO_FROM_BYTES = 100_000;

  private static final byte[] DOCTYPE = {'<', '!', 'd', 'o', 'c', 't', 'y', 'p', 'e'};

  private final String label;

  PackedFile(String label) {
    this.label = label;
  }

  /// Why the file is not read further, or null when it is a workbook within all limits.
  @Nullable Finding refusal(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      Finding claimed = directory(zip);
      return claimed != null ? claimed : content(zip);
    } catch (ZipException broken) {
      return Finding.of(
          FindingCode.FILE_TRUNCATED,
          label,
          String.valueOf(broken.getMessage()),
          "a whole packed file");
    }
  }

  private @Nullable Finding directory(ZipFile zip) {
    if (zip.size() > ENTRIES_MAX) {
      return refused(zip.size() + " entries", "at most " + ENTRIES_MAX + " entries");
    }
    long total = 0;
    boolean workbook = false;
    for (ZipEntry entry : (Iterable<ZipEntry>) () -> entries(zip)) {
      String name = entry.getName().toLowerCase(Locale.ROOT);
      workbook |=
          name.startsWith("xl/workbook")
              || name.equals("[content_types].xml") && zip.getEntry("xl/workbook.xml") != null;
      total += Math.max(0, entry.getSize());
      if (total > UNPACKED_MAX_BYTES) {
        return refused(total + " bytes unpacked", "at most " + UNPACKED_MAX_BYTES + " bytes");
      }
      if (isBomb(entry.getSize(), entry.getCompressedSize())) {
        return refused(
            entry.getName()
                + " unpacks "
                + entry.getCompressedSize()
                + " bytes to "
                + entry.getSize(),
            "at most " + RATIO_MAX + " to 1");
      }
    }
    return workbook
        ? null
        : Finding.of(
                FindingCode.FILE_UNKNOWN,
                label,
                "a packed file with " + zip.size() + " entries",
                "an XLSX workbook")
            .withRemedy("Unpack it and give the files in it.");
  }

  private static java.util.Iterator<ZipEntry> entries(ZipFile zip) {
    return zip.stream().map(e -> (ZipEntry) e).iterator();
  }

  private static boolean isBomb(long size, long packed) {
    return size > RATIO_FROM_BYTES && size / Math.max(1, packed) > RATIO_MAX;
  }

  private @Nullable Finding content(ZipFile zip) throws IOException {
    byte[] chunk = new byte[1 << 16];
    long total = 0;
    for (ZipEntry entry : (Iterable<ZipEntry>) () -> entries(zip)) {
      long size = 0;
      int matched = 0;
      boolean markup = entry.getName().endsWith(".xml") || entry.getName().endsWith(".rels");
      try (InputStream in = zip.getInputStream(entry)) {
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
          if (size == 0
              && n >= 4
              && chunk[0] == 'P'
              && chunk[1] == 'K'
              && chunk[2] == 3
              && chunk[3] == 4) {
            return refused(
                entry.getName() + " is packed itself", "no packed file within a packed file");
          }
          size += n;
          total += n;
          if (total > UNPACKED_MAX_BYTES || isBomb(size, entry.getCompressedSize())) {
            return refused(
                entry.getName() + " unpacks to more than " + size + " bytes",
                "at most " + RATIO_MAX + " to 1 and " + UNPACKED_MAX_BYTES + " bytes");
          }
          matched = markup ? doctype(chunk, n, matched) : 0;
          if (matched == DOCTYPE.length) {
            return Finding.of(
                FindingCode.XML_REFUSED,
                label,
                entry.getName() + " declares a document type",
                "a sheet without one");
          }
        }
      }
    }
    return null;
  }

  /// Looks for a document type in UTF-8 and UTF-16 alike, since zero bytes are passed over.
  private static int doctype(byte[] chunk, int n, int matchedBefore) {
    int matched = matchedBefore;
    for (int i = 0; i < n && matched < DOCTYPE.length; i++) {
      int c = chunk[i] >= 'A' && chunk[i] <= 'Z' ? chunk[i] + 32 : chunk[i];
      if (c == 0) {
        continue;
      }
      matched = c == DOCTYPE[matched] ? matched + 1 : c == '<' ? 1 : 0;
    }
    return matched;
  }

  private Finding refused(String seen, String expected) {
    return Finding.of(FindingCode.ARCHIVE_REFUSED, label, seen, expected);
  }
}
