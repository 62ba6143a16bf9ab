package dunnage.app.intake;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.ledger.Input;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.OwnTransactions;
import dunnage.app.platform.Problem;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Files in: received, looked at, committed, taken back.
@RestController
class ImportsApi {

  private static final int MOST_SECONDS = 60;
  private static final String MAP = "map.";

  record Reason(@Nullable String reason) {}

  /// These look after their transactions themselves, since they last longer than a request.
  @Configuration(proxyBeanMethods = false)
  static class Apart {
    @Bean
    OwnTransactions importTransactions() {
      return new OwnTransactions(Set.of("/api/v1/imports"), Set.of("/api/v1/imports/"));
    }
  }

  private final Intake intake;
  private final ImportTable imports;
  private final RejectedFile rejected;
  private final Access access;
  private final Tenancy tenancy;

  ImportsApi(
      Intake intake, ImportTable imports, RejectedFile rejected, Access access, Tenancy tenancy) {
    this.intake = intake;
    this.imports = imports;
    this.rejected = rejected;
    this.access = access;
    this.tenancy = tenancy;
  }

  /// The file is the body, as it is.
  @PostMapping("/api/v1/imports")
  ResponseEntity<ImportView> receive(
      HttpServletRequest request,
      @RequestParam Map<String, String> asked,
      @RequestParam(name = "name", defaultValue = "file") String name,
      @RequestParam(name = "again", defaultValue = "false") boolean again,
      @RequestParam(name = "commit", defaultValue = "false") boolean commit,
      @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
      @RequestParam(name = "wait", defaultValue = "10") int wait)
      throws IOException {
    Intake.Answer answer =
        intake.receive(
            name,
            request.getInputStream(),
            options(asked),
            again,
            commit && !dryRun,
            seconds(wait));
    ImportView view = ImportView.of(answer.row(), answer.duplicate());
    HttpStatus status =
        answer.duplicate()
            ? HttpStatus.OK
            : ended(answer.row()) ? HttpStatus.CREATED : HttpStatus.ACCEPTED;
    return ResponseEntity.status(status)
        .header("Location", "/api/v1/imports/" + view.id())
        .body(view);
  }

  private static boolean ended(ImportTable.Row row) {
    return !row.state().equals("received") && !row.state().equals("committing");
  }

  private static ImportOptions options(Map<String, String> asked) {
    Map<String, String> columns = new HashMap<>();
    asked.forEach(
        (name, value) -> {
          if (name.startsWith(MAP)) {
            columns.put(name.substring(MAP.length()), value);
          }
        });
    return new ImportOptions(
        asked.get("currency"),
        asked.get("charset"),
        asked.get("dates"),
        asked.get("decimal"),
        columns,
        number(asked, "issued_before_due_days"),
        number(asked, "terms_days"));
  }

  private static @Nullable Integer number(Map<String, String> asked, String name) {
    String text = asked.get(name);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException none) {
      throw Problem.invalid(name, "is " + text, "Give a number of days.");
    }
  }

  private static int seconds(int wait) {
    return Math.clamp(wait, 0, MOST_SECONDS);
  }

  @GetMapping("/api/v1/imports")
  Listing<ImportView> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer wanted,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    UUID organisation = access.require(Permission.READ).organisation();
    if (!access.actor().seesAll()) {
      return new Listing<>(List.of(), false, null);
    }
    int limit = Listing.limit(wanted);
    List<String> last = Cursor.keys(after, 1);
    UUID before = last.isEmpty() ? null : TypeId.parse("imp", last.getFirst());
    List<ImportView> rows =
        tenancy.in(
            organisation,
            () ->
                imports.list(before, limit + 1).stream()
                    .map(row -> ImportView.of(row, false))
                    .toList());
    return Listing.of(rows, limit, row -> Cursor.of(row.id()));
  }

  @GetMapping("/api/v1/imports/{id}")
  ImportView one(
      @PathVariable("id") String id, @RequestParam(name = "wait", defaultValue = "0") int wait) {
    return ImportView.of(intake.awaited(TypeId.parse("imp", id), seconds(wait)), false);
  }

  /// Reads it again with other answers.
  @PatchMapping("/api/v1/imports/{id}")
  ImportView reread(
      @PathVariable("id") String id,
      @RequestParam(name = "wait", defaultValue = "10") int wait,
      @RequestBody ImportOptions options) {
    return ImportView.of(intake.reread(TypeId.parse("imp", id), options, seconds(wait)), false);
  }

  @PostMapping("/api/v1/imports/{id}/commit")
  ResponseEntity<ImportView> commit(
      @PathVariable("id") String id, @RequestParam(name = "wait", defaultValue = "10") int wait) {
    ImportTable.Row row = intake.commit(TypeId.parse("imp", id), seconds(wait));
    String code = row.errorCode();
    if (row.state().equals("failed") && code != null) {
      throw Problem.conflict(code, String.valueOf(row.error()));
    }
    return ResponseEntity.status(ended(row) ? HttpStatus.OK : HttpStatus.ACCEPTED)
        .body(ImportView.of(row, false));
  }

  @PostMapping("/api/v1/imports/{id}/undo")
  ImportView undo(@PathVariable("id") String id, @RequestBody Reason wanted) {
    UUID which = TypeId.parse("imp", id);
    ImportTable.Row ignored = intake.found(which);
    Input input = new Input();
    String reason = input.required("/reason", wanted.reason(), Input.WORDS);
    input.done();
    return ImportView.of(intake.undo(which, reason), false);
  }

  /// The lines that do not count, as they were written, each with its problem.
  @GetMapping("/api/v1/imports/{id}/rejected")
  ResponseEntity<String> rejected(@PathVariable("id") String id) {
    return rejected(id, RejectedFile.COLUMNS, UnaryOperator.identity());
  }

  /// @param columns their names
  /// @param said the problem in the words of whoever asks
  ResponseEntity<String> rejected(String id, List<String> columns, UnaryOperator<String> said) {
    ImportTable.Row row = intake.found(TypeId.parse("imp", id));
    String csv =
        tenancy.in(access.actor().organisation(), () -> rejected.csv(row.id(), columns, said));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"rejected.csv\"")
        .body(csv);
  }
}
