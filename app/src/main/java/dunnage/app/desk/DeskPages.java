package dunnage.app.desk;

import java.util.List;

/// The pages of the desk and their order in the rail.
public final class DeskPages {

  /// @param path where it begins
  /// @param name of its word, `nav.…`, and of its icon
  /// @param tab whether it has a place among the tabs of a phone
  public record Entry(String path, String name, boolean tab) {}

  static final List<Entry> RAIL =
      List.of(
          new Entry("/", "today", true),
          new Entry("/check", "check", true),
          new Entry("/debtors", "debtors", true),
          new Entry("/receivables", "receivables", true),
          new Entry("/alerts", "alerts", false),
          new Entry("/imports", "import", false),
          new Entry("/settings", "settings", false));

  /// Beginnings of the addresses that need a sign-in.
  public static final List<String> PATHS =
      List.of(
          "/check",
          "/debtors",
          "/debtors.xlsx",
          "/debtors.csv",
          "/receivables",
          "/receivables.xlsx",
          "/receivables.csv",
          "/views",
          "/receipts",
          "/orders",
          "/events",
          "/documents",
          "/calls",
          "/tasks",
          "/alerts",
          "/imports",
          "/settings",
          "/search",
          "/sample",
          "/search.json",
          "/sign-out",
          "/help");

  private DeskPages() {}
}
