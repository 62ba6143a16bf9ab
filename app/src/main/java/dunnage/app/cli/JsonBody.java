package dunnage.app.cli;

import dunnage.kernel.money.Money;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The body of a request: maps, lists, text, whole and decimal numbers, booleans, days and money. A
/// member that is null is left out.
final class JsonBody {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonBody() {}

  static String of(Map<String, ? extends @Nullable Object> body) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>(body);
    told.values().removeIf(Objects::isNull);
    return written(told);
  }

  /// A value that was read, with its nulls.
  static String written(@Nullable Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      write(value, out);
    }
    return text.toString();
  }

  private static void write(@Nullable Object value, JsonGenerator out) {
    switch (value) {
      case null -> out.writeNull();
      case Map<?, ?> members -> {
        out.writeStartObject();
        members.forEach(
            (name, member) -> {
              out.writeName(String.valueOf(name));
              write(member, out);
            });
        out.writeEndObject();
      }
      case Iterable<?> elements -> {
        out.writeStartArray();
        elements.forEach(element -> write(element, out));
        out.writeEndArray();
      }
      case Money money ->
          write(Map.of("amount", money.decimal(), "currency", money.currency().code()), out);
      case Boolean flag -> out.writeBoolean(flag);
      case Integer number -> out.writeNumber(number);
      case Long number -> out.writeNumber(number);
      case BigDecimal number -> out.writeNumber(number);
      case String text -> out.writeString(text);
      case LocalDate day -> out.writeString(day.toString());
      default -> throw new IllegalArgumentException("no value of a body: " + value.getClass());
    }
  }
}
