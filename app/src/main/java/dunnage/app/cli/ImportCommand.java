package dunnage.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Brings files into the server's ledger.
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    header = "Bring files into the server's ledger; --dry-run only looks.",
    synopsisHeading =
        """
        %nExamples:%n\
          dunnage import receivables.csv --dry-run       what it would do, and what is wrong with it%n\
          dunnage import receivables.csv payments.csv    the same, and record it%n\
          dunnage imports undo imp_… --reason "wrong year"%n\
        %nUsage:\s""",
    parameterListHeading = "%n",
    footer = {
      "",
      "Each file is recorded as a whole or not at all; --dry-run says what it would do.",
      "Exit codes: 0 every line counts, 3 lines were left out, 5 nothing could be recorded."
    })
final class ImportCommand implements Task {

  private static final String WAIT = "wait=60";

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "What `dunnage read` reads.")
  List<String> files = new ArrayList<>();

  @Option(names = "--dry-run", description = "Look, and record nothing.")
  boolean dryRun;

  @Option(names = "--again", description = "Also take a file whose bytes were imported before.")
  boolean again;

  @Option(names = "--currency", paramLabel = "CODE", description = "Of files that name none.")
  @Nullable String currency;

  @Option(names = "--charset", paramLabel = "NAME", description = "Of text files, like GB18030.")
  @Nullable String charset;

  @Option(names = "--dates", paramLabel = "ORDER", description = "dmy or mdy.")
  @Nullable String dates;

  @Option(names = "--decimal", paramLabel = "SIGN", description = "comma or point.")
  @Nullable String decimal;

  @Option(names = "--terms-days", paramLabel = "DAYS", description = "For a missing due date.")
  @Nullable String termsDays;

  @Option(
      names = "--map",
      paramLabel = "FIELD=HEADER",
      description = "Say which column is what, like due=\"Fecha vto\".")
  Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--json", description = "Write the imports as JSON, one a line.")
  boolean json;

  @Override
  public ExitCode run(Terminal terminal) {
    Intake.mustExist(files);
    ApiClient server = ApiClient.of(terminal);
    ExitCode worst = ExitCode.OK;
    for (String file : files) {
      ExitCode one = one(server, file, terminal);
      worst = one.code() > worst.code() ? one : worst;
    }
    return worst;
  }

  private ExitCode one(ApiClient server, String file, Terminal terminal) {
    Path path = Intake.path(file);
    ApiClient.Answer answer =
        server.upload("/imports?" + WAIT + query(path), "application/octet-stream", path);
    answer = ended(server, answer);
    if (json) {
      terminal.out().println(answer.body());
    } else {
      ImportReport.print(file, answer.json(), terminal);
    }
    return exit(answer.json());
  }

  /// Long work goes on in the server; it is asked until it has ended.
  private static ApiClient.Answer ended(ApiClient server, ApiClient.Answer first) {
    ApiClient.Answer answer = first;
    String state = answer.json().text("state");
    while (state.equals("received") || state.equals("committing")) {
      String id = answer.json().text("id");
      answer =
          state.equals("committing")
              ? server.post("/imports/" + id + "/commit?" + WAIT, Map.of())
              : server.get("/imports/" + id + "?" + WAIT);
      state = answer.json().text("state");
    }
    return answer;
  }

  private static ExitCode exit(JsonTree answer) {
    if (answer.text("state").equals("failed")) {
      return ExitCode.REFUSED;
    }
    JsonTree receipt = answer.at("receipt");
    if (receipt.text("accepted").equals("0") && !receipt.text("rejected").equals("0")) {
      return ExitCode.REFUSED;
    }
    return receipt.text("rejected").equals("0") || receipt.text("rejected").isEmpty()
        ? ExitCode.OK
        : ExitCode.PARTIAL;
  }

  private String query(Path path) {
    StringBuilder query = new StringBuilder();
    Path name = path.getFileName();
    add(query, "name", name == null ? "file" : name.toString());
    add(query, "currency", currency);
    add(query, "charset", charset);
    add(query, "dates", dates);
    add(query, "decimal", decimal);
    add(query, "terms_days", termsDays);
    add(query, "again", again ? "true" : null);
    add(query, "commit", dryRun ? null : "true");
    columns.forEach((field, header) -> add(query, "map." + field, header));
    return query.toString();
  }

  private static void add(StringBuilder query, String name, @Nullable String value) {
    if (value != null) {
      query
          .append('&')
          .append(ApiClient.encoded(name))
          .append('=')
          .append(ApiClient.encoded(value));
    }
  }
}
