package dunnage.app.cli;

import dunnage.formats.FileReport;
import dunnage.kernel.money.Amounts;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What `read` tells a person of each file.
final class ReadReport {

  private static final int LABEL_CELLS = 14;

  private ReadReport() {}

  static void print(List<FileReport> reports, Terminal terminal) {
    boolean first = true;
    for (FileReport report : reports) {
      if (!first) {
        terminal.out().println();
      }
      first = false;
      one(report, terminal);
    }
  }

  private static void one(FileReport report, Terminal terminal) {
    terminal.out().println(report.label() + ": " + report.kind().code());
    report.recognised().forEach((name, value) -> recognised(name, value, terminal));
    line("counts", number(report.records()), terminal);
    line("left out", leftOut(report), terminal);
    if (!report.accepted().isZero()) {
      line("money", Figures.amounts(report.accepted()), terminal);
    }
    SettlementSection.print(report.settlements(), terminal);
    FindingsSection.print(report.findings(), terminal);
  }

  /// `3, EUR 120.00; 2 with nothing to mend; 1 with an amount that cannot be read`
  private static String leftOut(FileReport report) {
    Amounts money = report.rejectedMoney();
    String text = number(report.rejected()) + (money.isZero() ? "" : ", " + Figures.amounts(money));
    int aside = report.tally().setAside();
    if (aside > 0) {
      text += "; " + number(aside) + " with nothing to mend";
    }
    int unreadable = report.rejectedUnreadable();
    boolean plain = unreadable == 0 || report.linesIn() == 1;
    return plain ? text : text + "; " + number(unreadable) + " of unread amount";
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static void recognised(String name, Object value, Terminal terminal) {
    if (value instanceof Map<?, ?> map) {
      String label = name.replace('_', ' ');
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        line(label, entry.getKey() + " ← " + entry.getValue(), terminal);
        label = "";
      }
      return;
    }
    line(name.replace('_', ' '), visible(String.valueOf(value)), terminal);
  }

  /// A tab as a delimiter would be invisible.
  private static String visible(String value) {
    return value.equals("\t") ? "tab" : value;
  }

  private static void line(String label, String value, Terminal terminal) {
    String pad = " ".repeat(Math.max(1, LABEL_CELLS - label.length()));
    terminal.out().println("  " + label + pad + value);
  }
}
