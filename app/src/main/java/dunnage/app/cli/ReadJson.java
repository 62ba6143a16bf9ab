package dunnage.app.cli;

import dunnage.formats.FileKind;
import dunnage.formats.FileReport;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/// `read --json`: one object for one file, `{"files":[…]}` for several.
final class ReadJson {

  private ReadJson() {}

  static void write(List<FileReport> reports, OutputStream to) {
    try (Json json = new Json(to)) {
      if (reports.size() == 1) {
        json.object();
        file(json, reports.getFirst());
        json.end();
        return;
      }
      json.object().list("files");
      for (FileReport report : reports) {
        json.element();
        file(json, report);
        json.end();
      }
      json.endList().end();
    }
  }

  private static void file(Json json, FileReport report) {
    json.text("kind", report.kind().code());
    json.text("file", report.label());
    json.object("recognised");
    report.recognised().forEach((name, value) -> recognised(json, name, value));
    json.end();
    json.number("lines_in", report.linesIn());
    json.number("records", report.records());
    json.number("rejected", report.rejected());
    json.number("set_aside", report.tally().setAside());
    json.amounts("accepted", report.accepted());
    json.amounts("rejected_money", report.rejectedMoney());
    json.number("rejected_unreadable", report.rejectedUnreadable());
    if (report.kind() == FileKind.MARKETPLACE_SETTLEMENT) {
      SettlementJson.write(json, report);
    }
    json.findings(report.findings());
  }

  private static void recognised(Json json, String name, Object value) {
    switch (value) {
      case Integer number -> json.number(name, number);
      case Map<?, ?> map -> {
        json.object(name);
        map.forEach((key, inner) -> json.text(String.valueOf(key), String.valueOf(inner)));
        json.end();
      }
      default -> json.text(name, String.valueOf(value));
    }
  }
}
