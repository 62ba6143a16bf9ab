package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.ledger.Fact;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.FxRates;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The door: recognises a file, hands its facts on one by one and reports what it was and what was
/// wrong with it. Never throws for what a file contains; memory and time are bounded by the file's
/// size and fixed limits.
public final class Files {

  private static final int BUFFER = 1 << 16;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private Files() {}

  /// Reads one file of receivables, payments, invoices, bank lines.
  ///
  /// @param facts receives each fact; a row's `Settled` facts come right behind its `Issued`
  public static FileReport read(
      Path file, String label, ReadOptions options, Consumer<Fact> facts) {
    try {
      byte[] start;
      try (InputStream in = java.nio.file.Files.newInputStream(file)) {
        start = in.readNBytes(4096);
      }
      if (start.length == 0) {
        return refused(label, FindingCode.FILE_EMPTY, "0 bytes", "a header row and rows");
      }
      if (start.length > 4
          && start[0] == 'P'
          && start[1] == 'K'
          && start[2] == 3
          && start[3] == 4) {
        return XlsxRows.read(file, label, options, facts);
      }
      return isXml(start)
          ? XmlFiles.read(file, label, options, facts)
          : text(file, label, options, facts);
    } catch (IOException unreadable) {
      return refused(
          label,
          FindingCode.FILE_UNREADABLE,
          String.valueOf(unreadable.getMessage()),
          "a file that can be read");
    }
  }

  /// Reads exchange rates: the ECB's CSV (`Date,USD,…` against EUR) or XML, or `date,from,to,rate`.
  public static FileReport readRates(Path file, String label, FxRates into) {
    return Rates.read(file, label, into);
  }

  static FileReport refused(String label, FindingCode code, String seen, String expected) {
    return new FileReport(
        label,
        FileKind.UNKNOWN,
        Map.of(),
        0,
        1,
        new Amounts(),
        java.util.List.of(Finding.of(code, label, seen, expected)),
        false);
  }

  private static boolean isXml(byte[] start) {
    Charset marked = Charsets.byMark(start);
    String text =
        new String(start, marked == null ? StandardCharsets.ISO_8859_1 : marked)
            .replace("\ufeff", "")
            .stripLeading();
    return text.startsWith("<");
  }

  private static FileReport text(Path file, String label, ReadOptions options, Consumer<Fact> facts)
      throws IOException {
    ByteScan scan;
    try (InputStream in =
        new BufferedInputStream(java.nio.file.Files.newInputStream(file), BUFFER)) {
      scan = ByteScan.of(in);
    }
    if (scan.lineTooLong) {
      String seen =
          "line "
              + scan.lineOfLongest
              + " is longer than "
              + ByteScan.LONGEST_LINE / (1 << 20)
              + " MB";
      return refused(label, FindingCode.LINE_TOO_LONG, seen, "lines with line ends");
    }
    Charset told = options.charset();
    Charset charset = told == null ? Charsets.guess(scan) : told;
    boolean wide = charset.name().startsWith("UTF-16");
    if (scan.nuls > 0 && !wide && scan.nuls * 50 > scan.size) {
      return refused(label, FindingCode.FILE_BINARY, scan.nuls + " zero bytes", "text");
    }
    byte[] head = scan.head.toByteArray();
    if (!wide && looksBinary(head)) {
      return refused(label, FindingCode.FILE_BINARY, "control bytes", "text");
    }
    String sample = new String(head, charset).replace("\ufeff", "");
    if (sample.isBlank()) {
      return refused(label, FindingCode.FILE_EMPTY, "only blanks", "a header row and rows");
    }
    char delimiter = delimiter(sample);
    Map<String, Object> recognised = new LinkedHashMap<>();
    recognised.put("format", delimiter == '\t' ? "TSV" : "CSV");
    recognised.put("charset", charset.name());
    recognised.put("delimiter", delimiter == '\t' ? "tab" : String.valueOf(delimiter));
    TableFile table = new TableFile(label, options, recognised);
    boolean oneByte = charset.equals(Charsets.WESTERN) || charset.equals(Charsets.CYRILLIC);
    if (told == null && oneByte && scan.validMultibyte > 0) {
      table
          .findings()
          .add(
              Finding.of(
                  FindingCode.CHARSET_MIXED,
                  label,
                  "some lines in UTF-8, others in " + charset.name(),
                  "one character set"));
    }
    return table.read(() -> new CsvRows(() -> reader(file, charset), delimiter, label), facts);
  }

  private static boolean looksBinary(byte[] head) {
    int control = 0;
    for (byte b : head) {
      control +=
          b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != 0x1a && b != 0x0c ? 1 : 0;
    }
    return control * 20 > head.length;
  }

  /// Bytes that are no text become U+FFFD, by which their rows are known and rejected.
  private static Reader reader(Path file, Charset charset) throws IOException {
    InputStream in = new BufferedInputStream(java.nio.file.Files.newInputStream(file), BUFFER);
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith("\ufffd");
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, decoder), BUFFER);
    reader.mark(1);
    if (reader.read() != 0xfeff) {
      reader.reset();
    }
    return reader;
  }

  /// The delimiter by which a line of the start reads as the most headers we know; else the one
  /// that stands most often.
  private static char delimiter(String sample) {
    char best = ',';
    int most = 0;
    for (String line : sample.lines().limit(60).toList()) {
      for (char candidate : DELIMITERS) {
        int known = 0;
        for (String cell :
            line.split(java.util.regex.Pattern.quote(String.valueOf(candidate)), -1)) {
          known += Headers.meaning(cell.replace("\"", "")) == null ? 0 : 1;
        }
        if (known > most) {
          most = known;
          best = candidate;
        }
      }
    }
    if (most >= 2) {
      return best;
    }
    long count = -1;
    for (char candidate : DELIMITERS) {
      long here = sample.chars().filter(c -> c == candidate).count();
      if (here > count) {
        count = here;
        best = candidate;
      }
    }
    return best;
  }
}
