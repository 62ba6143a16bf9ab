package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.FxRate;
import dunnage.kernel.money.FxRates;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Exchange rates: the ECB's XML (daily, 90 days, full history), its CSV, or `date,from,to,rate`.
/// The ECB publishes how many units of a currency one euro is. A blank is no rate.
final class Rates {

  static final Currency EUR = Currency.of("EUR");
  static final String ECB = "ECB";

  private final XmlReport report;
  private final FxRates into;
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;

  Rates(XmlReport report, FxRates into) {
    this.report = report;
    this.into = into;
  }

  static FileReport read(Path file, String label, FxRates into) {
    XmlReport report = new XmlReport(label, RejectedRows.DROPPED);
    Rates rates = new Rates(report, into);
    try {
      if (isXml(file)) {
        rates.xml(file);
      } else {
        new RatesTable(report, rates).read(file);
      }
    } catch (XmlTrouble trouble) {
      report.add(trouble.finding(label));
    } catch (IOException unreadable) {
      report.add(Finding.of(FindingCode.FILE_UNREADABLE, label, "", "a file that can be read"));
    }
    if (rates.first != null && rates.last != null) {
      report.recognised.put("first_day", rates.first.toString());
      report.recognised.put("last_day", rates.last.toString());
    }
    return report.done();
  }

  private static boolean isXml(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      for (byte b : in.readNBytes(512)) {
        if (b > ' ') {
          return b == '<'; // blanks, zeros of UTF-16 and byte order marks are passed over
        }
      }
      return false;
    }
  }

  private void xml(Path file) throws IOException {
    try (SafeXml xml = SafeXml.open(file, null)) {
      report.recognised.put("charset", xml.charset());
      LocalDate day = null;
      boolean sawRate = false;
      while (xml.move()) {
        if (!xml.atStart() || !xml.name().equals("Cube")) {
          continue;
        }
        String time = xml.attribute("time");
        String code = xml.attribute("currency");
        if (!time.isEmpty()) {
          day = day(xml.line(), "time", time);
        }
        if (!code.isEmpty()) {
          sawRate = true;
          Currency currency = currency(xml.line(), "currency", code);
          if (day == null || currency == null) {
            report.reject();
          } else {
            add(xml.line(), "rate", EUR, currency, xml.attribute("rate"), day, ECB);
          }
        }
      }
      if (sawRate) {
        report.kind(FileKind.EXCHANGE_RATES);
        report.recognised.put("format", "ECB XML");
      } else {
        report.add(
            Finding.of(
                FindingCode.FILE_UNKNOWN,
                report.label,
                "XML without rates",
                "the ECB's XML: Cube time, currency, rate"));
      }
    }
  }

  @Nullable LocalDate day(int line, String column, String text) {
    try {
      if (text.length() == 10) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException impossible) {
      // told below
    }
    report.add(
        Finding.at(
            FindingCode.DATE_BAD, report.label, line, column, text, "a date like 2026-03-31"));
    return null;
  }

  @Nullable Currency currency(int line, String column, String code) {
    Currency currency = Currency.find(code);
    if (currency == null || currency.equals(Currency.NONE)) {
      report.add(
          Finding.at(
              FindingCode.CURRENCY_UNKNOWN, report.label, line, column, code, "an ISO 4217 code"));
      return null;
    }
    return currency;
  }

  void add(
      int line,
      String column,
      Currency from,
      Currency to,
      String text,
      LocalDate day,
      String source) {
    BigDecimal rate = text.length() > 40 ? null : XmlReport.plain(text);
    if (rate == null || rate.signum() <= 0 || from.equals(to)) {
      String expected = from.equals(to) ? "two different currencies" : "a rate above zero";
      report.add(Finding.at(FindingCode.AMOUNT_BAD, report.label, line, column, text, expected));
      report.reject();
      return;
    }
    into.add(new FxRate(from, to, rate, day, source));
    report.count();
    first = first == null || day.isBefore(first) ? day : first;
    last = last == null || day.isAfter(last) ? day : last;
  }
}
