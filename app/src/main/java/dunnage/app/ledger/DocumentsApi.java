package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Papers attached to a debtor: kept as they came, their hash in the evidence log, withdrawn with a
/// reason and never lost.
@RestController
class DocumentsApi {

  private static final int NAME = 200;

  /// What a browser may be told a paper is; everything else is bytes.
  private static final Set<String> TYPES =
      Set.of("application/pdf", "image/png", "image/jpeg", "text/plain");

  /// @param receivable `inv_…`, where it is about one
  /// @param words what it shows
  /// @param sha256 of its bytes, in hexadecimal
  record DocumentView(
      String id,
      String debtor,
      @Nullable String receivable,
      String name,
      String mediaType,
      String words,
      long size,
      String sha256,
      boolean withdrawn,
      Instant attachedAt) {}

  private final Access access;
  private final Debtors debtors;
  private final DocumentTable documents;
  private final ReceivableTable receivables;
  private final FactTable facts;
  private final Day day;
  private final Uuid7 ids;
  private final Clock clock;

  DocumentsApi(
      Access access,
      Debtors debtors,
      DocumentTable documents,
      ReceivableTable receivables,
      FactTable facts,
      Day day,
      Uuid7 ids,
      Clock clock) {
    this.access = access;
    this.debtors = debtors;
    this.documents = documents;
    this.receivables = receivables;
    this.facts = facts;
    this.day = day;
    this.ids = ids;
    this.clock = clock;
  }

  @GetMapping("/api/v1/documents")
  Listing<DocumentView> list(
      @RequestParam(name = "debtor") String debtor,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    UUID of = debtors.require(TypeId.parse("deb", debtor));
    int most = Listing.limit(limit);
    List<String> last = Cursor.keys(after, 1);
    UUID before = last.isEmpty() ? null : TypeId.parse("doc", last.getFirst());
    List<DocumentView> rows =
        documents.of(of, before, most + 1).stream().map(DocumentsApi::view).toList();
    return Listing.of(rows, most, row -> Cursor.of(row.id()));
  }

  @GetMapping("/api/v1/documents/{id}")
  DocumentView one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return view(found(id));
  }

  /// Always to be kept, never to be shown in the place of a page.
  @GetMapping({"/api/v1/documents/{id}/content", "/documents/{id}/content"})
  ResponseEntity<byte[]> content(@PathVariable("id") String id) {
    access.require(Permission.READ);
    DocumentTable.Row row = found(id);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(row.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(row.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(documents.bytes(row.id()));
  }

  /// The paper is the body, as it is, and its kind is the `Content-Type`.
  ///
  /// @param name of the file
  /// @param receivable `inv_…`, where it is about one
  @PostMapping("/api/v1/documents")
  ResponseEntity<DocumentView> attach(
      HttpServletRequest request,
      @RequestParam(name = "debtor") String debtor,
      @RequestParam(name = "receivable", required = false) @Nullable String receivable,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "words", defaultValue = "") String words)
      throws IOException {
    DocumentView view =
        attach(
            debtor,
            receivable,
            name,
            words,
            request.getContentType(),
            request.getInputStream().readAllBytes());
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Location", "/api/v1/documents/" + view.id())
        .body(view);
  }

  DocumentView attach(
      String debtor,
      @Nullable String receivable,
      String name,
      String words,
      @Nullable String type,
      byte[] bytes) {
    access.require(Permission.NOTE);
    UUID of = debtors.require(TypeId.parse("deb", debtor));
    Input input = new Input();
    String called = input.required("/name", lastPart(name), NAME);
    String said = input.text("/words", words, Input.WORDS);
    if (bytes.length == 0) {
      input.wrong("/file", "is empty", "Choose a file that holds something.");
    }
    input.done();
    UUID about = receivable == null || receivable.isBlank() ? null : about(receivable, of);
    DocumentTable.Row row =
        new DocumentTable.Row(
            ids.next(),
            of,
            about,
            called.replace('\n', ' '),
            mediaType(type),
            said,
            bytes.length,
            sha256(bytes),
            false,
            clock.instant().atOffset(ZoneOffset.UTC));
    documents.add(row, bytes);
    tell(FactKind.DOCUMENT_ATTACHED, row, day.today(), null);
    return view(row);
  }

  /// It does not belong there. Its bytes are kept.
  @PostMapping("/api/v1/documents/{id}/withdraw")
  ResponseEntity<Void> withdraw(
      @PathVariable("id") String id, @RequestBody OrdersApi.Reason wanted) {
    access.require(Permission.NOTE);
    DocumentTable.Row row = found(id);
    String reason = wanted.read();
    if (documents.withdraw(row.id())) {
      tell(FactKind.DOCUMENT_WITHDRAWN, row, null, reason);
    }
    return ResponseEntity.noContent().build();
  }

  private void tell(
      FactKind kind, DocumentTable.Row row, @Nullable LocalDate on, @Nullable String reason) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("document", TypeId.of("doc", row.id()));
    body.put("name", row.name());
    body.put("media_type", row.mediaType());
    body.put("size", row.size());
    body.put("sha256", HexFormat.of().formatHex(row.sha256()));
    UUID about = row.receivable();
    if (about != null) {
      body.put("receivable", TypeId.of("inv", about));
    }
    if (!row.words().isEmpty()) {
      body.put("words", row.words());
    }
    UUID ignored = facts.add(NewFact.of(kind, row.id(), row.debtor(), on, 0, body).because(reason));
  }

  private UUID about(String receivable, UUID debtor) {
    ReceivableTable.Row row =
        receivables
            .find(Input.id("/receivable", "inv", receivable))
            .orElseThrow(() -> Problem.notFound("receivable"));
    if (!debtors.require(row.debtor()).equals(debtor)) {
      throw Problem.invalid(
          "/receivable", "is owed by another debtor", "Note it of that one, or leave it out.");
    }
    return row.id();
  }

  private DocumentTable.Row found(String id) {
    DocumentTable.Row row =
        documents.find(TypeId.parse("doc", id)).orElseThrow(() -> Problem.notFound("document"));
    UUID ignored = debtors.require(row.debtor());
    return row;
  }

  /// Browsers of old sent the whole path.
  private static String lastPart(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }

  private static String mediaType(@Nullable String given) {
    String plain =
        given == null ? "" : given.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
    return TYPES.contains(plain) ? plain : MediaType.APPLICATION_OCTET_STREAM_VALUE;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static DocumentView view(DocumentTable.Row row) {
    UUID receivable = row.receivable();
    return new DocumentView(
        TypeId.of("doc", row.id()),
        TypeId.of("deb", row.debtor()),
        receivable == null ? null : TypeId.of("inv", receivable),
        row.name(),
        row.mediaType(),
        row.words(),
        row.size(),
        HexFormat.of().formatHex(row.sha256()),
        row.withdrawn(),
        row.at().toInstant());
  }
}
