package dunnage.app.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A JSON value that was answered, read without a library for objects: what is not there is empty,
/// so that a command reads on with a server that says less or more than it knows.
final class JsonTree {

  static final JsonTree MISSING = new JsonTree(null);

  private static final JsonFactory JSON = new JsonFactory();

  /// A map, a list, a string, a decimal, a boolean, or null.
  private final @Nullable Object value;

  private JsonTree(@Nullable Object value) {
    this.value = value;
  }

  /// The value of a text, or [#MISSING] if it is no JSON.
  static JsonTree of(String json) {
    try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), json)) {
      return in.nextToken() == null ? MISSING : new JsonTree(value(in));
    } catch (JacksonException notJson) {
      return MISSING;
    }
  }

  private static @Nullable Object value(JsonParser in) {
    JsonToken token = in.currentToken();
    return switch (token) {
      case START_OBJECT -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (in.nextToken() != JsonToken.END_OBJECT) {
          String name = in.currentName();
          in.nextToken();
          members.put(name, value(in));
        }
        yield members;
      }
      case START_ARRAY -> {
        List<@Nullable Object> elements = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(in));
        }
        yield elements;
      }
      case VALUE_STRING -> in.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(in.getString());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          null;
    };
  }

  /// A member of an object.
  JsonTree at(String name) {
    return value instanceof Map<?, ?> members && members.get(name) != null
        ? new JsonTree(members.get(name))
        : MISSING;
  }

  /// A member as text: a string as it is, a number or boolean as written, else empty.
  String text(String name) {
    return at(name).text();
  }

  /// Itself as text.
  String text() {
    return switch (value) {
      case String text -> text;
      case BigDecimal number -> number.toPlainString();
      case Boolean flag -> flag.toString();
      case null, default -> "";
    };
  }

  /// A member that is a whole number; 0 if it is none.
  long number(String name) {
    return at(name).value instanceof BigDecimal number ? number.longValue() : 0;
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(at(name).value);
  }

  /// Money as people read it, like `1234.50 EUR`; empty if it is none.
  String money(String name) {
    JsonTree money = at(name);
    return (money.text("amount") + " " + money.text("currency")).strip();
  }

  /// The elements of a member that is a list; none if it is none.
  List<JsonTree> list(String name) {
    return at(name).elements();
  }

  List<JsonTree> elements() {
    return value instanceof List<?> list ? list.stream().map(JsonTree::new).toList() : List.of();
  }

  /// The names of an object's members, in the order they came.
  Set<String> names() {
    return value instanceof Map<?, ?> members
        ? members.keySet().stream()
            .map(String::valueOf)
            .collect(Collectors.toCollection(java.util.LinkedHashSet::new))
        : Set.of();
  }

  /// Itself as JSON, on one line.
  String json() {
    return JsonBody.written(value);
  }

  boolean missing() {
    return value == null;
  }
}
