package dunnage.app.cli;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Money;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// The shapes all machine output shares, streamed: a million receivables never stand in memory as
/// text. One element of a list per line, so that line tools work on it too.
final class Json implements AutoCloseable {

  private static final int DATES_KEPT = 100_000;

  private final JsonGenerator out;
  private final Map<LocalDate, String> dates = new HashMap<>();

  /// @param to is flushed, not closed
  Json(OutputStream to) {
    out =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .createGenerator(ObjectWriteContext.empty(), to, JsonEncoding.UTF8);
  }

  @Override
  public void close() {
    out.writeRaw('\n');
    out.close();
  }

  Json object() {
    out.writeStartObject();
    return this;
  }

  Json object(String name) {
    out.writeObjectPropertyStart(name);
    return this;
  }

  /// An element of a list, on a line of its own.
  Json element() {
    out.writeRaw('\n');
    out.writeStartObject();
    return this;
  }

  Json end() {
    out.writeEndObject();
    return this;
  }

  Json list(String name) {
    out.writeArrayPropertyStart(name);
    return this;
  }

  Json endList() {
    out.writeEndArray();
    return this;
  }

  Json text(String name, @Nullable String value) {
    if (value == null) {
      out.writeNullProperty(name);
    } else {
      out.writeStringProperty(name, value);
    }
    return this;
  }

  /// Left out when blank.
  Json textIfAny(String name, String value) {
    return value.isEmpty() ? this : text(name, value);
  }

  Json number(String name, int value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  Json number(String name, long value) {
    out.writeNumberProperty(name, value);
    return this;
  }

  Json flag(String name, boolean value) {
    out.writeBooleanProperty(name, value);
    return this;
  }

  Json flagOrNull(String name, @Nullable Boolean value) {
    if (value == null) {
      out.writeNullProperty(name);
    } else {
      out.writeBooleanProperty(name, value);
    }
    return this;
  }

  Json numberOrNull(String name, @Nullable Integer value) {
    if (value == null) {
      out.writeNullProperty(name);
    } else {
      out.writeNumberProperty(name, value);
    }
    return this;
  }

  /// Rounded half up to one decimal: finer than the data behind any figure here.
  Json decimal(String name, @Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      out.writeNullProperty(name);
    } else {
      out.writeName(name);
      out.writeNumber(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP));
    }
    return this;
  }

  /// Rounded half up to four decimals, for scores.
  Json precise(String name, @Nullable Double value) {
    if (value == null || !Double.isFinite(value)) {
      out.writeNullProperty(name);
    } else {
      out.writeName(name);
      out.writeNumber(BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP));
    }
    return this;
  }

  /// An exact number, not rounded, e.g. a rate in percent.
  Json exactNumber(String name, @Nullable BigDecimal value) {
    if (value == null) {
      out.writeNullProperty(name);
    } else {
      out.writeName(name);
      out.writeNumber(value);
    }
    return this;
  }

  /// A chance, part of 1, rounded half up to four decimals; the same as [#precise], without a
  /// decimal object for each of millions.
  Json chance(String name, double value) {
    long parts = Math.round(Math.clamp(value, 0, 1) * 10_000);
    out.writeName(name);
    out.writeNumber(parts / 10_000.0);
    return this;
  }

  /// As written, e.g. an exchange rate.
  Json exact(String name, BigDecimal value) {
    return text(name, value.toPlainString());
  }

  Json date(String name, @Nullable LocalDate day) {
    return text(name, day == null || day.equals(LocalDate.MIN) ? null : iso(day));
  }

  Json money(String name, @Nullable Money money) {
    if (money == null) {
      out.writeNullProperty(name);
      return this;
    }
    out.writeName(name);
    return money(money);
  }

  Json money(Money money) {
    out.writeStartObject();
    out.writeStringProperty("amount", money.decimal());
    out.writeStringProperty("currency", money.currency().code());
    out.writeEndObject();
    return this;
  }

  /// One amount per currency, zeros left out.
  Json amounts(String name, Amounts amounts) {
    return amounts(name, amounts.nonZero());
  }

  Json amounts(String name, List<Money> amounts) {
    out.writeArrayPropertyStart(name);
    amounts.forEach(this::money);
    out.writeEndArray();
    return this;
  }

  Json texts(String name, List<String> values) {
    out.writeArrayPropertyStart(name);
    values.forEach(out::writeString);
    out.writeEndArray();
    return this;
  }

  Json findings(List<Finding> findings) {
    list("findings");
    for (Finding finding : findings) {
      element();
      text("code", finding.code().code());
      text("severity", finding.severity().word());
      text("file", finding.file().isEmpty() ? null : finding.file());
      numberOrNull("line", finding.line() == 0 ? null : finding.line());
      text("column", finding.column().isEmpty() ? null : finding.column());
      text("seen", finding.seen());
      text("expected", finding.expected());
      text("remedy", finding.remedy());
      end();
    }
    return endList();
  }

  private String iso(LocalDate day) {
    if (dates.size() > DATES_KEPT) {
      dates.clear();
    }
    return dates.computeIfAbsent(day, LocalDate::toString);
  }
}
