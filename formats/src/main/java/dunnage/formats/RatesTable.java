package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Exchange rates as a table: the ECB's, with a column per currency, or a row per pair.
final class RatesTable {

  /// The ECB's whole history is under 2 MB.
  private static final long FILE_MAX_BYTES = 64L << 20;

  private static final int LINE_MAX_CHARS = 1 << 16;

  private final XmlReport report;
  private final Rates rates;

  RatesTable(XmlReport report, Rates rates) {
    this.report = report;
    this.rates = rates;
  }

  void read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > FILE_MAX_BYTES) {
      throw new XmlTrouble(
          FindingCode.FILE_TOO_LARGE, 0, size + " bytes", "at most " + FILE_MAX_BYTES + " bytes");
    }
    String text = decode(Files.readAllBytes(file));
    if (text.isBlank()) {
      throw new XmlTrouble(FindingCode.FILE_EMPTY, 0, size + " bytes", "exchange rates");
    }
    int place = 0;
    int line = 0;
    Layout layout = null;
    while (place < text.length()) {
      int end = text.indexOf('\n', place);
      end = end < 0 ? text.length() : end;
      line++;
      String row =
          end - place > LINE_MAX_CHARS ? tooLong(line) : text.substring(place, end).strip();
      place = end + 1;
      if (row.isEmpty()) {
        continue;
      }
      if (layout != null) {
        layout.row(line, cells(row, layout.delimiter()));
        continue;
      }
      layout = layout(line, row);
      if (layout == null) {
        return;
      }
    }
  }

  private String tooLong(int line) {
    report.reject();
    report.add(
        Finding.at(
            FindingCode.LINE_TOO_LONG,
            report.label,
            line,
            "",
            "more than " + LINE_MAX_CHARS + " characters",
            "one row per line"));
    return "";
  }

  private String decode(byte[] bytes) throws XmlTrouble {
    Charset charset = StandardCharsets.UTF_8;
    int skip = 0;
    if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
      charset = StandardCharsets.UTF_16BE;
      skip = 2;
    } else if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
      charset = StandardCharsets.UTF_16LE;
      skip = 2;
    } else if (bytes.length >= 3
        && (bytes[0] & 0xFF) == 0xEF
        && (bytes[1] & 0xFF) == 0xBB
        && (bytes[2] & 0xFF) == 0xBF) {
      skip = 3;
    }
    report.recognised.put("charset", charset.name());
    try {
      return charset
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip))
          .toString();
    } catch (CharacterCodingException bad) {
      throw new XmlTrouble(
          FindingCode.CHARSET_BAD, 0, "bytes that are no " + charset.name(), "text in UTF-8");
    }
  }

  private static List<String> cells(String row, char delimiter) {
    List<String> cells = new ArrayList<>();
    int from = 0;
    while (from <= row.length()) {
      int to = row.indexOf(delimiter, from);
      to = to < 0 ? row.length() : to;
      String cell = row.substring(from, to).strip();
      boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
      cells.add(quoted ? cell.substring(1, cell.length() - 1).strip() : cell);
      from = to + 1;
    }
    return cells;
  }

  private static char delimiter(String header) {
    for (char candidate : new char[] {'\t', ';'}) {
      if (header.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return ',';
  }

  private @Nullable Layout layout(int line, String header) {
    char delimiter = delimiter(header);
    List<String> names = cells(header, delimiter);
    List<String> lower = names.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
    Layout layout = null;
    if (lower.containsAll(List.of("date", "from", "to", "rate"))) {
      report.recognised.put("format", "date,from,to,rate");
      layout =
          new Pairs(
              delimiter,
              lower.indexOf("date"),
              lower.indexOf("from"),
              lower.indexOf("to"),
              lower.indexOf("rate"));
    } else if (lower.getFirst().equals("date")
        && names.stream().anyMatch(n -> Currency.find(n) != null)) {
      report.recognised.put("format", "ECB CSV");
      layout = new Columns(delimiter, columns(line, names));
    }
    if (layout == null) {
      report.add(
          Finding.at(
                  FindingCode.HEADER_MISSING,
                  report.label,
                  line,
                  "",
                  header,
                  "Date,USD,JPY,… as the ECB has it, or date,from,to,rate")
              .withRemedy("Give the ECB's file, or name the columns date,from,to,rate."));
      return null;
    }
    report.kind(FileKind.EXCHANGE_RATES);
    report.recognised.put("delimiter", delimiter == '\t' ? "tab" : String.valueOf(delimiter));
    report.recognised.put("header_line", line);
    return layout;
  }

  /// The currency of each column; null where there is none.
  private @Nullable Currency[] columns(int line, List<String> names) {
    @Nullable Currency[] columns = new @Nullable Currency[names.size()];
    for (int i = 1; i < names.size(); i++) {
      String name = names.get(i);
      columns[i] = name.isEmpty() ? null : rates.currency(line, name, name);
    }
    return columns;
  }

  /// How the rows of a table are read.
  private sealed interface Layout {
    char delimiter();

    void row(int line, List<String> cells);
  }

  private final class Columns implements Layout {
    private final char delimiter;
    private final @Nullable Currency[] currencies;

    Columns(char delimiter, @Nullable Currency[] currencies) {
      this.delimiter = delimiter;
      this.currencies = currencies;
    }

    @Override
    public char delimiter() {
      return delimiter;
    }

    @Override
    public void row(int line, List<String> cells) {
      LocalDate day = rates.day(line, "Date", cells.getFirst());
      if (day == null) {
        report.reject();
        return;
      }
      if (cells.size() > currencies.length) {
        report.reject();
        report.add(
            Finding.at(
                FindingCode.ROW_SHAPE,
                report.label,
                line,
                "",
                cells.size() + " cells",
                "at most " + currencies.length));
        return;
      }
      for (int i = 1; i < cells.size(); i++) {
        Currency to = currencies[i];
        String cell = cells.get(i);
        if (to != null && !cell.isEmpty() && !cell.equalsIgnoreCase("N/A")) {
          rates.add(line, to.code(), Rates.EUR, to, decimal(cell, delimiter), day, Rates.ECB);
        }
      }
    }
  }

  private final class Pairs implements Layout {
    private final char delimiter;
    private final int date;
    private final int from;
    private final int to;
    private final int rate;

    Pairs(char delimiter, int date, int from, int to, int rate) {
      this.delimiter = delimiter;
      this.date = date;
      this.from = from;
      this.to = to;
      this.rate = rate;
    }

    @Override
    public char delimiter() {
      return delimiter;
    }

    @Override
    public void row(int line, List<String> cells) {
      if (cells.size() <= Math.max(Math.max(date, from), Math.max(to, rate))) {
        report.reject();
        report.add(
            Finding.at(
                FindingCode.VALUE_MISSING,
                report.label,
                line,
                "",
                cells.size() + " cells",
                "date, from, to and rate"));
        return;
      }
      String text = cells.get(rate);
      if (text.isEmpty() || text.equalsIgnoreCase("N/A")) {
        report.reject();
        report.add(
            Finding.at(FindingCode.VALUE_MISSING, report.label, line, "rate", text, "a rate"));
        return;
      }
      LocalDate day = rates.day(line, "date", cells.get(date));
      Currency first = rates.currency(line, "from", cells.get(from));
      Currency second = rates.currency(line, "to", cells.get(to));
      if (day == null || first == null || second == null) {
        report.reject();
        return;
      }
      rates.add(line, "rate", first, second, decimal(text, delimiter), day, "file " + report.label);
    }
  }

  /// A comma can only be a decimal sign where it does not part the cells.
  private static String decimal(String cell, char delimiter) {
    return delimiter == ',' || cell.indexOf('.') >= 0 ? cell : cell.replace(',', '.');
  }
}
