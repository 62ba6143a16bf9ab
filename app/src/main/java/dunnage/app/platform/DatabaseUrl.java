package dunnage.app.platform;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where a PostgreSQL is and who we are there.
///
/// @param jdbc `jdbc:postgresql://host:port/name?…` without user and password
/// @param password may be empty, where the server trusts us or a certificate stands in
record DatabaseUrl(String jdbc, String user, String password) {

  private static final String JDBC = "jdbc:";
  private static final String EXAMPLE = "postgresql://user:password@host:5432/dunnage";
  private static final Pattern CREDENTIALS = Pattern.compile("//.*@");
  private static final Pattern PASSWORD_PARAMETER = Pattern.compile("(?i)(password=)[^&]*");

  /// @param user,password used unless the URL holds them
  static DatabaseUrl of(String url, String user, String password) {
    URI uri = uri(url);
    String[] parts = uri.getRawUserInfo() == null ? new String[0] : split(uri.getRawUserInfo());
    StringBuilder query = new StringBuilder();
    String foundUser = parts.length > 0 ? decoded(parts[0]) : user;
    String foundPassword = parts.length > 1 ? decoded(parts[1]) : password;
    String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String parameter : raw.split("&")) {
      if (parameter.startsWith("user=")) {
        foundUser = decoded(parameter.substring("user=".length()));
      } else if (parameter.startsWith("password=")) {
        foundPassword = decoded(parameter.substring("password=".length()));
      } else if (!parameter.isEmpty()) {
        query.append(query.isEmpty() ? '?' : '&').append(parameter);
      }
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String jdbc = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
    return new DatabaseUrl(jdbc, foundUser, foundPassword);
  }

  /// What is wrong with a URL, as a sentence that does not repeat its password.
  static Optional<String> problem(String url) {
    try {
      URI uri = uri(url);
      String scheme = uri.getScheme();
      boolean known = "postgresql".equals(scheme) || "postgres".equals(scheme);
      String path = uri.getRawPath();
      if (known && uri.getHost() != null && path != null && path.length() > 1) {
        return Optional.empty();
      }
    } catch (IllegalArgumentException unreadable) {
      return Optional.of("DUNNAGE_DB_URL is no URL; write it like " + EXAMPLE + ".");
    }
    return Optional.of("DUNNAGE_DB_URL is " + masked(url) + "; write it like " + EXAMPLE + ".");
  }

  /// A value with any password taken out.
  static String masked(String value) {
    String without = CREDENTIALS.matcher(value).replaceAll("//…@");
    return PASSWORD_PARAMETER.matcher(without).replaceAll("$1…");
  }

  private static URI uri(String url) {
    String plain = url.startsWith(JDBC) ? url.substring(JDBC.length()) : url;
    try {
      return new URI(plain);
    } catch (URISyntaxException unreadable) {
      throw new IllegalArgumentException("not a URL", unreadable);
    }
  }

  private static String[] split(String credentials) {
    return credentials.split(":", 2);
  }

  private static String decoded(String text) {
    // a plus sign is itself in this part of a URL
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return jdbc + " as " + user;
  }
}
