package dunnage.app.desk;

import java.util.Map;
import org.springframework.stereotype.Component;

/// Line drawings of 24 units, by the name of what they stand for.
@Component("icons")
public class Icons {

  private static final Map<String, String> PATHS =
      Map.ofEntries(
          Map.entry(
              "today",
              "M3 17h1M20 17h1M5.6 10.6l.7.7M18.4 10.6l-.7.7M8 17a4 4 0 0 1 8 0M3 21h18M12 9V3M9 6l3-3 3 3"),
          Map.entry("check", "M12 3 4 7v5c0 5 3.4 8 8 9 4.6-1 8-4 8-9V7zM9 12l2 2 4-4"),
          Map.entry(
              "debtors",
              "M9 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8M3 21v-2a4 4 0 0 1 4-4h4a4 4 0 0 1 4 4v2M16 3.1a4 4 0 0 1 0 7.8M21 21v-2a4 4 0 0 0-3-3.9"),
          Map.entry(
              "receivables",
              "M14 3v4a1 1 0 0 0 1 1h4M17 21H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2M9 7h1M9 13h6M13 17h2"),
          Map.entry(
              "alerts",
              "M10 5a2 2 0 1 1 4 0 7 7 0 0 1 4 6v3a4 4 0 0 0 2 3H4a4 4 0 0 0 2-3v-3a7 7 0 0 1 4-6M9 17v1a3 3 0 0 0 6 0v-1"),
          Map.entry(
              "import",
              "M14 3v4a1 1 0 0 0 1 1h4M5 13V5a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2h-5.5M2 19h7M6 16l3 3-3 3"),
          Map.entry(
              "settings",
              "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6M19.4 15l1.6 1-2 3.4-1.8-.7-2 1.2L15 22h-4l-.3-2.1-2-1.2-1.8.7L5 16l1.6-1v-2L5 12l2-3.4 1.8.7 2-1.2L11 6h4l.3 2.1 2 1.2 1.7-.7 2 3.4-1.6 1z"),
          Map.entry(
              "help",
              "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M12 17v.01M12 13.5a1.5 1.5 0 0 1 1-1.5 2.6 2.6 0 1 0-3-4"),
          Map.entry("search", "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14M21 21l-6-6"),
          Map.entry("moon", "M12 3h.4a7.5 7.5 0 0 0 7.9 12.4A9 9 0 1 1 12 3"));

  /// What `d` of an SVG path is.
  public String path(String name) {
    return java.util.Objects.requireNonNull(PATHS.get(name), name);
  }
}
