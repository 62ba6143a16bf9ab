package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.ledger.ReceiptLists.Filter;
import dunnage.app.ledger.ReceiptTable.Row;
import dunnage.app.ledger.ReceivablesApi.Reason;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import dunnage.app.platform.Versions;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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

/// Money and credit notes: seen, entered, corrected, set against receivables, withdrawn. What is
/// paid beyond what is owed stays unallocated, as a credit of its own.
@RestController
class ReceiptsApi {

  private static final Set<String> KINDS = Set.of("payment", "credit_note");
  private static final Set<String> ALL_KINDS = Set.of("payment", "credit_note", "bank_line");
  private static final int MOST_AT_ONCE = 500;

  /// @param kind `payment`, when left out, or `credit_note`
  /// @param debtor who paid; may be left out of a payment until it is known
  /// @param on the day it arrived or was credited; today when left out
  /// @param allocations what it pays, in this order
  record NewReceipt(
      @Nullable String kind,
      @Nullable String debtor,
      @Nullable String number,
      @Nullable LocalDate on,
      @Nullable Money amount,
      @Nullable String payer,
      @Nullable String text,
      @Nullable List<@Nullable NewAllocation> allocations) {}

  /// @param amount as much as is left and open, when left out
  /// @param forAnotherDebtor yes, who paid is not who owes
  record NewAllocation(
      @Nullable String receivable, @Nullable Money amount, @Nullable Boolean forAnotherDebtor) {}

  /// What is left out stays as it is.
  record ReceiptChange(
      @Nullable String debtor,
      @Nullable String number,
      @Nullable LocalDate on,
      @Nullable Money amount,
      @Nullable String payer,
      @Nullable String text,
      @Nullable String reason) {}

  private final Access access;
  private final Debtors debtors;
  private final ReceiptTable receipts;
  private final ReceivableTable receivables;
  private final ReceiptLists lists;
  private final Receiving receiving;
  private final Day day;
  private final Uuid7 ids;

  ReceiptsApi(
      Access access,
      Debtors debtors,
      ReceiptTable receipts,
      ReceivableTable receivables,
      ReceiptLists lists,
      Receiving receiving,
      Day day,
      Uuid7 ids) {
    this.access = access;
    this.debtors = debtors;
    this.receipts = receipts;
    this.receivables = receivables;
    this.lists = lists;
    this.receiving = receiving;
    this.day = day;
    this.ids = ids;
  }

  /// @param state `unallocated`, `allocated`, `unattributed` (nobody knows who paid) or `all`
  /// @param number the beginning of the number
  @GetMapping("/api/v1/receipts")
  Listing<ReceiptView> list(
      @RequestParam(name = "debtor", required = false) @Nullable String debtor,
      @RequestParam(name = "kind", required = false) @Nullable String kind,
      @RequestParam(name = "state", defaultValue = "all") String state,
      @RequestParam(name = "number", required = false) @Nullable String number,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    Input input = new Input();
    String chosen = input.oneOf("state", state, ReceiptLists.STATES);
    String only = kind == null ? null : input.oneOf("kind", kind, ALL_KINDS);
    String beginning = number == null ? null : input.text("number", number, Input.NUMBER);
    input.done();
    UUID of = debtor == null ? null : debtors.require(TypeId.parse("deb", debtor));
    return lists.list(new Filter(of, only, chosen, beginning), limit, after);
  }

  @GetMapping("/api/v1/receipts/{id}")
  ResponseEntity<ReceiptView> one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return shown(TypeId.parse("rcp", id), HttpStatus.OK);
  }

  @PostMapping("/api/v1/receipts")
  ResponseEntity<ReceiptView> add(@RequestBody NewReceipt wanted) {
    access.require(Permission.RECORD);
    Input input = new Input();
    String kind =
        input.oneOf("/kind", wanted.kind() == null ? "payment" : wanted.kind().strip(), KINDS);
    LocalDate on = input.day("/on", wanted.on(), day.today());
    String number = input.text("/number", wanted.number(), Input.NUMBER);
    Money amount = input.amount("/amount", wanted.amount());
    String payer = input.text("/payer", wanted.payer(), Input.WORDS);
    String text = input.text("/text", wanted.text(), Input.WORDS);
    boolean credit = kind.equals("credit_note");
    if (credit && wanted.debtor() == null) {
      input.wrong("/debtor", "is missing", "A credit note has a debtor: give their id.");
    }
    List<@Nullable NewAllocation> pays =
        wanted.allocations() == null ? List.of() : wanted.allocations();
    if (pays.size() > MOST_AT_ONCE) {
      input.wrong(
          "/allocations",
          "has " + pays.size(),
          "Give at most " + MOST_AT_ONCE + ", and the others afterwards.");
    }
    input.done();
    UUID debtor =
        wanted.debtor() == null
            ? null
            : debtors.require(Input.id("/debtor", "deb", wanted.debtor()));
    if (debtor == null) {
      unattributed();
    }
    Row row = new Row(ids.next(), kind, debtor, number, on, amount, amount, payer, text, 1, 0);
    receiving.receive(row);
    for (int i = 0; i < pays.size(); i++) {
      pay(row.id(), "/allocations/" + i, pays.get(i));
    }
    return shown(row.id(), HttpStatus.CREATED);
  }

  /// Corrects it. Who paid, where it was not known, is told without a reason.
  @PatchMapping("/api/v1/receipts/{id}")
  ResponseEntity<ReceiptView> change(
      @PathVariable("id") String id,
      @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody ReceiptChange wanted) {
    access.require(Permission.RECORD);
    Row before = found(id);
    Versions.check(ifMatch, before.version());
    if (before.debtor() == null
        && wanted.equals(
            new ReceiptChange(wanted.debtor(), null, null, null, null, null, wanted.reason()))) {
      receiving.attribute(before, debtors.require(Input.id("/debtor", "deb", wanted.debtor())));
      return shown(before.id(), HttpStatus.OK);
    }
    Input input = new Input();
    String reason = input.required("/reason", wanted.reason(), Input.WORDS);
    Row after = changed(before, wanted, input);
    receiving.amend(before, after, reason);
    return shown(before.id(), HttpStatus.OK);
  }

  private Row changed(Row before, ReceiptChange wanted, Input input) {
    LocalDate on = wanted.on() == null ? before.on() : input.day("/on", wanted.on());
    Money amount =
        wanted.amount() == null ? before.amount() : input.amount("/amount", wanted.amount());
    if (!amount.currency().equals(before.amount().currency())) {
      input.wrong(
          "/amount/currency",
          "is not " + before.amount().currency(),
          "Withdraw it and enter it anew in the other currency.");
    }
    String number =
        wanted.number() == null
            ? before.number()
            : input.text("/number", wanted.number(), Input.NUMBER);
    String payer =
        wanted.payer() == null ? before.payer() : input.text("/payer", wanted.payer(), Input.WORDS);
    String text =
        wanted.text() == null ? before.texts() : input.text("/text", wanted.text(), Input.WORDS);
    input.done();
    UUID debtor = before.debtor();
    if (wanted.debtor() != null) {
      UUID now = debtors.require(Input.id("/debtor", "deb", wanted.debtor()));
      boolean same = debtor != null && debtors.require(debtor).equals(now);
      debtor = same ? debtor : now;
    }
    return new Row(
        before.id(),
        before.kind(),
        debtor,
        number,
        on,
        amount,
        before.unallocated(),
        payer,
        text,
        before.version(),
        before.line());
  }

  /// Sets a part of it against a receivable.
  @PostMapping("/api/v1/receipts/{id}/allocations")
  ResponseEntity<ReceiptView> allocate(
      @PathVariable("id") String id, @RequestBody NewAllocation wanted) {
    access.require(Permission.RECORD);
    Row row = found(id);
    pay(row.id(), "", wanted);
    return shown(row.id(), HttpStatus.CREATED);
  }

  private void pay(UUID receipt, String pointer, @Nullable NewAllocation given) {
    NewAllocation wanted = given == null ? new NewAllocation(null, null, null) : given;
    Row row = receipts.find(receipt).orElseThrow(() -> Problem.notFound("receipt"));
    UUID id = Input.id(pointer + "/receivable", "inv", wanted.receivable());
    ReceivableTable.Row receivable =
        receivables.find(id).orElseThrow(() -> Problem.notFound("receivable"));
    UUID owes = debtors.require(receivable.debtor());
    UUID payer = row.debtor();
    UUID pays = payer == null ? owes : debtors.require(payer);
    if (!pays.equals(owes) && !Boolean.TRUE.equals(wanted.forAnotherDebtor())) {
      throw Problem.conflict(
          "debtor_differs",
          "%s is owed by %s, and the receipt is from %s. If one pays for the other, say \"for_another_debtor\": true."
              .formatted(receivable.number(), TypeId.of("deb", owes), TypeId.of("deb", pays)));
    }
    Input input = new Input();
    Money amount =
        wanted.amount() == null
            ? Receiving.most(row, receivable)
            : input.amount(pointer + "/amount", wanted.amount());
    input.done();
    if (payer == null) {
      receiving.attribute(row, owes);
      row = receipts.find(receipt).orElseThrow();
    }
    Object ignored = receiving.allocate(row, receivable, amount);
  }

  @PostMapping("/api/v1/receipts/{id}/allocations/{entry}/take-back")
  ResponseEntity<ReceiptView> takeBack(
      @PathVariable("id") String id,
      @PathVariable("entry") String entry,
      @RequestBody Reason wanted) {
    access.require(Permission.RECORD);
    Row row = found(id);
    Input input = new Input();
    String reason = input.required("/reason", wanted.reason(), Input.WORDS);
    input.done();
    UUID fact = TypeId.parse("evt", entry);
    if (!lists.pays(row.id(), fact)) {
      throw Problem.notFound("allocation");
    }
    receiving.takeBack(fact, reason);
    return shown(row.id(), HttpStatus.OK);
  }

  @PostMapping("/api/v1/receipts/{id}/withdraw")
  ResponseEntity<Void> withdraw(@PathVariable("id") String id, @RequestBody Reason wanted) {
    access.require(Permission.RECORD);
    Row row = found(id);
    Input input = new Input();
    String reason = input.required("/reason", wanted.reason(), Input.WORDS);
    input.done();
    receiving.withdraw(row, reason);
    return ResponseEntity.noContent().build();
  }

  /// One that the caller may see.
  private Row found(String id) {
    Row row = receipts.find(TypeId.parse("rcp", id)).orElseThrow(() -> Problem.notFound("receipt"));
    UUID debtor = row.debtor();
    if (debtor == null) {
      unattributed();
    } else {
      UUID ignored = debtors.require(debtor);
    }
    return row;
  }

  /// What belongs to nobody yet is not for those who see their own debtors only.
  private void unattributed() {
    if (access.onlyDebtorsOf().isPresent()) {
      throw Problem.notFound("receipt");
    }
  }

  private ResponseEntity<ReceiptView> shown(UUID id, HttpStatus status) {
    ReceiptView view = lists.one(id);
    var answer = ResponseEntity.status(status).eTag(Versions.tag(view.version()));
    if (status == HttpStatus.CREATED) {
      answer.header("Location", "/api/v1/receipts/" + view.id());
    }
    return answer.body(view);
  }
}
