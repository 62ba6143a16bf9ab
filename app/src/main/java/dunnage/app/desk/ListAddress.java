package dunnage.app.desk;

import dunnage.app.platform.Problem;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The address of a list: what is chosen of it and in which order. Nothing else can stand in it,
/// and it never leads away from this server.
///
/// @param chosen by the name of the parameter; nothing of it is empty
public record ListAddress(Of of, Map<String, String> chosen) {

  /// A list.
  public enum Of {
    DEBTORS("/debtors", List.of("grade", "trend", "step", "overdue", "currency", "sort")),
    RECEIVABLES("/receivables", List.of("state", "overdue", "currency", "debtor", "sort"));

    private final String path;
    private final List<String> parameters;

    Of(String path, List<String> parameters) {
      this.path = path;
      this.parameters = parameters;
    }

    /// As its views are kept.
    public String code() {
      return path.substring(1);
    }

    /// @throws Problem 422 if there is none of this code
    public static Of code(String code) {
      for (Of one : values()) {
        if (one.code().equals(code)) {
          return one;
        }
      }
      throw Problem.invalid("page", "is no list", "Give debtors or receivables.");
    }
  }

  private static final int LONGEST = 100;

  public ListAddress {
    chosen = Map.copyOf(chosen);
  }

  /// The whole list as it comes.
  public static ListAddress of(Of of) {
    return new ListAddress(of, Map.of());
  }

  /// @param query as it stands behind the `?`
  /// @throws Problem 422 if it holds anything that this list does not know
  public static ListAddress read(Of of, String query) {
    ListAddress address = of(of);
    for (String pair : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int sign = pair.indexOf('=');
      String name = sign < 0 ? pair : pair.substring(0, sign);
      if (!of.parameters.contains(name)) {
        throw Problem.invalid("query", "holds " + name, "Keep to " + of.parameters + ".");
      }
      address = address.with(name, sign < 0 ? "" : decoded(pair.substring(sign + 1)));
    }
    return address;
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      throw Problem.invalid("query", "is no query of an address", "Take it as the page has it.");
    }
  }

  /// @param value null or empty for none
  /// @throws Problem 422 if it is too long to be any
  public ListAddress with(String name, @Nullable String value) {
    Map<String, String> other = new HashMap<>(chosen);
    if (value == null || value.isEmpty()) {
      other.remove(name);
    } else if (value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
      throw Problem.invalid(name, "is nothing one can choose", "Choose on the page.");
    } else {
      other.put(name, value);
    }
    return new ListAddress(of, other);
  }

  public @Nullable String get(String name) {
    return chosen.get(name);
  }

  /// Always in the same order, so that equal choices are equal texts.
  public String query() {
    return of.parameters.stream()
        .filter(chosen::containsKey)
        .map(name -> name + "=" + encoded(String.valueOf(chosen.get(name))))
        .collect(Collectors.joining("&"));
  }

  public String href() {
    return to("");
  }

  /// The page that follows.
  public String after(String cursor) {
    String query = query();
    return of.path + "?" + query + (query.isEmpty() ? "" : "&") + "after=" + encoded(cursor);
  }

  /// The same as a file.
  ///
  /// @param ending like `.csv`
  public String to(String ending) {
    String query = query();
    return of.path + ending + (query.isEmpty() ? "" : "?" + query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
