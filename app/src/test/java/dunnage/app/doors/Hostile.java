package dunnage.app.doors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a hostile or broken program sends.
///
/// @param what for the message of a failure
record Hostile(String what, String path, String type, byte[] body, Map<String, String> headers) {

  private static final String JSON = "application/json";
  private static final int DEEP = 10_000;
  private static final int LARGE = 10 * 1024 * 1024;

  /// A value of the body that is text.
  private static final Pattern TEXT = Pattern.compile("(\"[a-z_]+\":)\"([^\"]*)\"");

  private static final Pattern ID = Pattern.compile("[a-z]{3}_[0-9a-z]{26}");

  /// Of the name of a value of text, what takes its place, as JSON.
  private static final Map<String, String> VALUES = values();

  private static Map<String, String> values() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("NUL", "\"a\\u0000b\"");
    all.put("half a surrogate pair", "\"\\ud800\"");
    all.put("an object", "{\"a\":1}");
    all.put("a list", "[\"a\"]");
    all.put("NaN", "NaN");
    all.put("minus infinity", "-Infinity");
    all.put("a raw line break", "\"a\nb\"");
    return all;
  }

  static List<Hostile> of(Operation operation, World own) {
    Asking right = Asking.ofOwn(operation, own);
    List<Hostile> all = new ArrayList<>();
    ids(right, all);
    queries(operation, right, all);
    if (!right.body().isEmpty()) {
      wholes(right, all);
      fields(right, all);
    }
    if (operation.method().equals("PATCH")) {
      versions(right, all);
    }
    return all;
  }

  private static Hostile body(Asking right, String what, String text) {
    return body(right, what, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Hostile body(Asking right, String what, byte[] bytes) {
    return new Hostile(what, right.path(), JSON, bytes, Map.of("If-Match", "\"1\""));
  }

  /// Ids of the path.
  private static void ids(Asking right, List<Hostile> all) {
    Matcher id = ID.matcher(right.path());
    while (id.find()) {
      String theirs = id.group();
      for (String wrong :
          List.of(
              theirs.toUpperCase(java.util.Locale.ROOT),
              "xyz" + theirs.substring(3),
              theirs.substring(0, 29),
              theirs.substring(0, 4) + "8" + theirs.substring(5),
              "-1",
              "%00",
              "..%2f..%2fetc%2fpasswd",
              "%2e%2e",
              "..;a",
              "'%20OR%201=1",
              "x".repeat(300),
              "%F0%9F%98%80")) {
        String path =
            right.path().substring(0, id.start()) + wrong + right.path().substring(id.end());
        byte[] body = right.body().getBytes(StandardCharsets.UTF_8);
        all.add(new Hostile("the id " + wrong, path, JSON, body, Map.of("If-Match", "\"1\"")));
      }
    }
  }

  private static void queries(Operation operation, Asking right, List<Hostile> all) {
    if (!operation.reads()) {
      return;
    }
    for (String name : operation.inQuery()) {
      List<String> values =
          switch (name) {
            case "limit" -> List.of("-1", "0", "501", "99999999999", "NaN", "1e3", "%00");
            case "after" -> List.of("x", "%00", "x".repeat(5_000), "bm9uZQ", "%F0%9F%98%80");
            case "debtor" -> List.of("x", "%00", "org_" + "0".repeat(26), "x".repeat(5_000));
            case "on" -> List.of("x", "2026-02-30", "-999999999-01-01", "%00");
            default -> List.of();
          };
      String join = right.path().contains("?") ? "&" : "?";
      for (String value : values) {
        all.add(
            new Hostile(
                name + "=" + value,
                right.path() + join + name + "=" + value,
                JSON,
                new byte[0],
                Map.of()));
      }
    }
  }

  /// Bodies that are wrong as a whole.
  private static void wholes(Asking right, List<Hostile> all) {
    String good = right.body();
    String rest = good.substring(1);
    for (String text : List.of("{", "[]", "\"x\"", "null", "NaN", "nothing", good + "}", "<a/>")) {
      all.add(body(right, "the body " + text, text));
    }
    all.add(body(right, "deep lists", "[".repeat(DEEP) + "]".repeat(DEEP)));
    all.add(body(right, "deep objects", "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP)));
    all.add(body(right, "an unknown field", "{\"no_such_field\":1," + rest));
    all.add(body(right, "an unknown number", "{\"no_such_field\":1e999999," + rest));
    String first = rest.substring(0, rest.indexOf(':') + 1).strip();
    all.add(body(right, "the same key twice", "{" + first + "null," + rest));
    all.add(
        body(
            right, "no UTF-8", good.replace(":", ":\u00ff").getBytes(StandardCharsets.ISO_8859_1)));
    for (String type :
        List.of("text/plain", "application/xml", "multipart/form-data", "*/*", "x", "")) {
      all.add(
          new Hostile(
              "the type " + type,
              right.path(),
              type,
              good.getBytes(StandardCharsets.UTF_8),
              Map.of("If-Match", "\"1\"")));
    }
  }

  /// Each text of the body, one after the other.
  private static void fields(Asking right, List<Hostile> all) {
    Matcher text = TEXT.matcher(right.body());
    boolean first = true;
    while (text.find()) {
      String before = right.body().substring(0, text.start()) + text.group(1);
      String after = right.body().substring(text.end());
      VALUES.forEach(
          (what, value) ->
              all.add(body(right, text.group(1) + " " + what, before + value + after)));
      if (text.group(1).equals("\"amount\":") || text.group(1).equals("\"rate\":")) {
        for (String amount :
            List.of(
                "1e999999",
                "-1.00",
                "NaN",
                "1.234,56",
                "9".repeat(40),
                "0.0000000000000001",
                "",
                "１")) {
          all.add(body(right, text.group(1) + amount, before + "\"" + amount + "\"" + after));
        }
        all.add(body(right, "1e999999 as a number", before + "1e999999" + after));
      }
      if (first) {
        String large = "x".repeat(LARGE);
        all.add(body(right, "10 MB of text", before + "\"" + large + "\"" + after));
        first = false;
      }
    }
  }

  private static void versions(Asking right, List<Hostile> all) {
    for (String version :
        List.of(
            "",
            "*",
            "1",
            "\"-1\"",
            "\"99999999999999999999\"",
            "\"x\"",
            "\"1\",\"2\"",
            "\"" + "9".repeat(6_000) + "\"")) {
      all.add(
          new Hostile(
              "If-Match: " + version,
              right.path(),
              JSON,
              right.body().getBytes(StandardCharsets.UTF_8),
              version.isEmpty() ? Map.of() : Map.of("If-Match", version)));
    }
  }

  @Override
  public String toString() {
    return what.length() > 100 ? what.substring(0, 100) + "…" : what;
  }
}
