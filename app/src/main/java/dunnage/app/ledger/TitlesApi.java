package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.ledger.TitleTable.Row;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// A receivable handed to a financier or a pool: to one at a time, whoever asks at once.
@RestController
class TitlesApi {

  /// @param purpose `finance` or `pool`
  /// @param since the first day; today when left out
  record NewTitle(@Nullable String holder, @Nullable String purpose, @Nullable LocalDate since) {}

  private static final Set<String> PURPOSES = Set.of("finance", "pool");

  private final Access access;
  private final Debtors debtors;
  private final ReceivableTable receivables;
  private final ReceivableLists lists;
  private final TitleTable titles;
  private final FactTable facts;
  private final Balances balances;
  private final Day day;

  TitlesApi(
      Access access,
      Debtors debtors,
      ReceivableTable receivables,
      ReceivableLists lists,
      TitleTable titles,
      FactTable facts,
      Balances balances,
      Day day) {
    this.access = access;
    this.debtors = debtors;
    this.receivables = receivables;
    this.lists = lists;
    this.titles = titles;
    this.facts = facts;
    this.balances = balances;
    this.day = day;
  }

  @PostMapping("/api/v1/receivables/{id}/title")
  ResponseEntity<ReceivableView> assign(
      @PathVariable("id") String id, @RequestBody NewTitle wanted) {
    access.require(Permission.RECORD);
    ReceivableTable.Row receivable = found(id);
    Input input = new Input();
    String holder = input.required("/holder", wanted.holder(), Input.NUMBER);
    String purpose = input.required("/purpose", wanted.purpose(), Input.NUMBER);
    if (!purpose.isEmpty()) {
      Object ignored = input.oneOf("/purpose", purpose, PURPOSES);
    }
    LocalDate since = input.day("/since", wanted.since(), day.today());
    if (since.isBefore(receivable.issued())) {
      input.wrong(
          "/since",
          "is before " + receivable.issued() + ", when it is issued",
          "Give a later day.");
    }
    input.done();
    UUID fact =
        facts.add(
            NewFact.of(
                FactKind.TITLE_ASSIGNED,
                receivable.id(),
                receivable.debtor(),
                since,
                0,
                Map.of("holder", holder, "purpose", purpose)));
    if (!titles.add(new Row(receivable.id(), holder, purpose, since), fact)) {
      throw taken(receivable);
    }
    balances.tell(Set.of(receivable.debtor()));
    return shown(receivable.id(), HttpStatus.CREATED);
  }

  private Problem taken(ReceivableTable.Row receivable) {
    Row there =
        titles
            .find(receivable.id())
            .orElseThrow(
                () -> Problem.conflict("busy", "Others were changing the same. Ask again."));
    return Problem.conflict(
            "title_taken",
            "%s has held receivable %s since %s. It has to be released first."
                .formatted(there.holder(), receivable.number(), there.since()))
        .with("holder", there.holder());
  }

  @PostMapping("/api/v1/receivables/{id}/title/release")
  ResponseEntity<ReceivableView> release(
      @PathVariable("id") String id, @RequestBody OrdersApi.Reason wanted) {
    access.require(Permission.RECORD);
    ReceivableTable.Row receivable = found(id);
    String reason = wanted.read();
    Row row = titles.find(receivable.id()).orElseThrow(() -> Problem.notFound("title"));
    if (!titles.remove(row)) {
      throw Problem.notFound("title");
    }
    UUID ignored =
        facts.add(
            NewFact.of(
                    FactKind.TITLE_RELEASED,
                    receivable.id(),
                    receivable.debtor(),
                    day.today(),
                    0,
                    Map.of("holder", row.holder(), "purpose", row.purpose()))
                .because(reason));
    balances.tell(Set.of(receivable.debtor()));
    return shown(receivable.id(), HttpStatus.OK);
  }

  /// A receivable that the caller may see, which nobody else hands over or withdraws meanwhile.
  private ReceivableTable.Row found(String id) {
    ReceivableTable.Row row =
        receivables.lock(TypeId.parse("inv", id)).orElseThrow(() -> Problem.notFound("receivable"));
    UUID ignored = debtors.require(row.debtor());
    return row;
  }

  private ResponseEntity<ReceivableView> shown(UUID id, HttpStatus status) {
    ReceivableView view = lists.one(id, day.today());
    return ResponseEntity.status(status).eTag(Versions.tag(view.version())).body(view);
  }
}
