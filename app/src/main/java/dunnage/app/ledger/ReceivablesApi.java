package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.ledger.ReceivableLists.Filter;
import dunnage.app.ledger.ReceivableTable.Row;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import dunnage.app.platform.Versions;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Receivables: seen, entered, corrected, withdrawn, written off.
@RestController
class ReceivablesApi {

  /// @param part `deposit`, `balance`, …; empty for the whole
  /// @param issued first day on which it is owed; today when left out
  record NewReceivable(
      @Nullable String debtor,
      @Nullable String number,
      @Nullable String part,
      @Nullable LocalDate issued,
      @Nullable LocalDate due,
      @Nullable Money amount,
      @Nullable String order,
      @Nullable String terms) {}

  /// What is left out stays as it is.
  record ReceivableChange(
      @Nullable LocalDate issued,
      @Nullable LocalDate due,
      @Nullable Money amount,
      @Nullable String orderNumber,
      @Nullable String terms,
      @Nullable String reason) {}

  record Reason(@Nullable String reason) {}

  record WriteOff(@Nullable Money amount, @Nullable LocalDate on, @Nullable String reason) {}

  private final Access access;
  private final Debtors debtors;
  private final ReceivableTable receivables;
  private final ReceivableLists lists;
  private final Invoicing invoicing;
  private final Receiving receiving;
  private final Day day;
  private final Uuid7 ids;

  ReceivablesApi(
      Access access,
      Debtors debtors,
      ReceivableTable receivables,
      ReceivableLists lists,
      Invoicing invoicing,
      Receiving receiving,
      Day day,
      Uuid7 ids) {
    this.access = access;
    this.debtors = debtors;
    this.receivables = receivables;
    this.lists = lists;
    this.invoicing = invoicing;
    this.receiving = receiving;
    this.day = day;
    this.ids = ids;
  }

  @GetMapping("/api/v1/receivables")
  Listing<ReceivableView> list(
      @RequestParam(name = "debtor", required = false) @Nullable String debtor,
      @RequestParam(name = "state", defaultValue = "open") String state,
      @RequestParam(name = "overdue", defaultValue = "false") boolean overdue,
      @RequestParam(name = "currency", required = false) @Nullable String currency,
      @RequestParam(name = "number", required = false) @Nullable String number,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    UUID of = debtor == null ? null : debtors.require(TypeId.parse("deb", debtor));
    return lists.list(new Filter(of, state, overdue, currency, number), day.today(), limit, after);
  }

  @GetMapping("/api/v1/receivables/{id}")
  ResponseEntity<ReceivableView> one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return shown(found(id).id(), HttpStatus.OK);
  }

  @PostMapping("/api/v1/receivables")
  ResponseEntity<ReceivableView> add(@RequestBody NewReceivable wanted) {
    access.require(Permission.RECORD);
    Input input = new Input();
    LocalDate issued = input.day("/issued", wanted.issued(), day.today());
    LocalDate due = input.day("/due", wanted.due());
    String number = input.required("/number", wanted.number(), Input.NUMBER);
    Money amount = input.amount("/amount", wanted.amount());
    String part = input.text("/part", wanted.part(), Input.NUMBER);
    String terms = input.text("/terms", wanted.terms(), Input.WORDS);
    if (wanted.due() != null && due.isBefore(issued)) {
      input.wrong("/due", "is before " + issued + ", when it is issued", "Give a later day.");
    }
    input.done();
    UUID debtor = debtors.require(Input.id("/debtor", "deb", wanted.debtor()));
    UUID order =
        wanted.order() == null
            ? null
            : lists.order(Input.id("/order", "ord", wanted.order()), debtor);
    Row row =
        new Row(
            ids.next(),
            debtor,
            number,
            part,
            1,
            issued,
            due,
            amount,
            amount,
            order == null ? "" : lists.orderNumber(order),
            order,
            terms,
            null,
            null,
            null,
            false,
            1,
            0);
    invoicing.issue(row);
    return shown(row.id(), HttpStatus.CREATED);
  }

  @PatchMapping("/api/v1/receivables/{id}")
  ResponseEntity<ReceivableView> change(
      @PathVariable("id") String id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody ReceivableChange wanted) {
    access.require(Permission.RECORD);
    Row before = found(id);
    Versions.check(ifMatch, before.version());
    Input input = new Input();
    String reason = input.required("/reason", wanted.reason(), Input.WORDS);
    LocalDate issued = input.day("/issued", wanted.issued(), before.issued());
    LocalDate due = input.day("/due", wanted.due(), before.due());
    Money amount =
        wanted.amount() == null ? before.amount() : input.amount("/amount", wanted.amount());
    if (!amount.currency().equals(before.amount().currency())) {
      input.wrong(
          "/amount/currency",
          "is not " + before.amount().currency(),
          "Withdraw it and enter it anew in the other currency.");
    }
    String order =
        wanted.orderNumber() == null
            ? before.order()
            : input.text("/order_number", wanted.orderNumber(), Input.NUMBER);
    String terms =
        wanted.terms() == null ? before.terms() : input.text("/terms", wanted.terms(), Input.WORDS);
    if (due.isBefore(issued)) {
      input.wrong("/due", "is before " + issued + ", when it is issued", "Give a later day.");
    }
    input.done();
    Money open = before.open().plus(amount).minus(before.amount());
    invoicing.amend(
        before,
        before.with(issued, due, amount, open).with(order, terms, before.disputed()),
        reason);
    return shown(before.id(), HttpStatus.OK);
  }

  @PostMapping("/api/v1/receivables/{id}/withdraw")
  ResponseEntity<Void> withdraw(@PathVariable("id") String id, @RequestBody Reason wanted) {
    access.require(Permission.RECORD);
    Row row = found(id);
    Input input = new Input();
    String reason = input.required("/reason", wanted.reason(), Input.WORDS);
    input.done();
    invoicing.withdraw(row, reason);
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/api/v1/receivables/{id}/write-offs")
  ResponseEntity<ReceivableView> writeOff(
      @PathVariable("id") String id, @RequestBody WriteOff wanted) {
    access.require(Permission.RECORD);
    Row row = found(id);
    Input input = new Input();
    String reason = input.required("/reason", wanted.reason(), Input.WORDS);
    Money amount = wanted.amount() == null ? row.open() : input.amount("/amount", wanted.amount());
    LocalDate on = input.day("/on", wanted.on(), day.today());
    input.done();
    if (amount.signum() == 0) {
      throw Problem.conflict("receivable_exceeded", "Nothing of it is open.");
    }
    Object ignored = receiving.writeOff(row, amount, on, reason);
    return shown(row.id(), HttpStatus.CREATED);
  }

  /// Takes back a payment, credit note or write-off.
  @PostMapping("/api/v1/receivables/{id}/entries/{entry}/take-back")
  ResponseEntity<ReceivableView> takeBack(
      @PathVariable("id") String id,
      @PathVariable("entry") String entry,
      @RequestBody Reason wanted) {
    access.require(Permission.RECORD);
    Row row = found(id);
    Input input = new Input();
    String reason = input.required("/reason", wanted.reason(), Input.WORDS);
    input.done();
    UUID fact = TypeId.parse("evt", entry);
    if (!lists.hasEntry(row.id(), fact)) {
      throw Problem.notFound("entry");
    }
    receiving.takeBack(fact, reason);
    return shown(row.id(), HttpStatus.OK);
  }

  private Row found(String id) {
    Row row =
        receivables.find(TypeId.parse("inv", id)).orElseThrow(() -> Problem.notFound("receivable"));
    UUID ignored = debtors.require(row.debtor());
    return row;
  }

  private ResponseEntity<ReceivableView> shown(UUID id, HttpStatus status) {
    ReceivableView view = lists.one(id, day.today());
    var answer = ResponseEntity.status(status).eTag(Versions.tag(view.version()));
    if (status == HttpStatus.CREATED) {
      answer.header("Location", "/api/v1/receivables/" + view.id());
    }
    return answer.body(Objects.requireNonNull(view));
  }
}
