package dunnage.app.platform;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What this server is called. A page elsewhere can make a browser ask a name of its own that leads
/// to 127.0.0.1 (DNS rebinding); such a request names that host and is refused.
///
/// @param names in lower case, without port
/// @param anyAddress whether each IP address is good: the server listens on all of them, and an
///   address cannot be rebound
record HostNames(Set<String> names, boolean anyAddress) {

  private static final Pattern PORT = Pattern.compile(":\\d{1,5}$");
  private static final Pattern ADDRESS =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+\\]");

  static HostNames of(Settings settings) {
    Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    String host = settings.host().toLowerCase(Locale.ROOT);
    names.add(host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host);
    names.addAll(settings.hosts());
    return new HostNames(Set.copyOf(names), Set.of("0.0.0.0", "::", "[::]").contains(host));
  }

  /// @param header as sent, with or without port
  boolean know(@Nullable String header) {
    if (header == null) {
      return false;
    }
    String name = PORT.matcher(header.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    return names.contains(name) || anyAddress && ADDRESS.matcher(name).matches();
  }
}
