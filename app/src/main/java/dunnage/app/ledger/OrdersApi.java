package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.Debtors;
import dunnage.app.ledger.OrderLists.Filter;
import dunnage.app.ledger.OrderTable.Row;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Uuid7;
import dunnage.app.platform.Versions;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.List;
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

/// Orders taken, with the parts in which they are to be paid.
@RestController
class OrdersApi {

  /// @param on the day it was taken; today when left out
  /// @param parts what is owed of it already; the rest is invoiced later
  record NewOrder(
      @Nullable String debtor,
      @Nullable String number,
      @Nullable LocalDate on,
      @Nullable Money amount,
      @Nullable List<OrderParts.@Nullable Wanted> parts) {}

  record OrderChange(@Nullable Money amount, @Nullable String reason) {}

  record Reason(@Nullable String reason) {

    String read() {
      Input input = new Input();
      String read = input.required("/reason", reason, Input.WORDS);
      input.done();
      return read;
    }
  }

  private final Access access;
  private final Debtors debtors;
  private final OrderTable orders;
  private final OrderLists lists;
  private final Ordering ordering;
  private final Day day;
  private final Uuid7 ids;

  OrdersApi(
      Access access,
      Debtors debtors,
      OrderTable orders,
      OrderLists lists,
      Ordering ordering,
      Day day,
      Uuid7 ids) {
    this.access = access;
    this.debtors = debtors;
    this.orders = orders;
    this.lists = lists;
    this.ordering = ordering;
    this.day = day;
    this.ids = ids;
  }

  @GetMapping("/api/v1/orders")
  Listing<OrderView> list(
      @RequestParam(name = "debtor", required = false) @Nullable String debtor,
      @RequestParam(name = "state", defaultValue = "all") String state,
      @RequestParam(name = "number", required = false) @Nullable String number,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    access.require(Permission.READ);
    Input input = new Input();
    String chosen = input.oneOf("state", state, OrderLists.STATES);
    String beginning = number == null ? null : input.text("number", number, Input.NUMBER);
    input.done();
    UUID of = debtor == null ? null : debtors.require(TypeId.parse("deb", debtor));
    return lists.list(new Filter(of, chosen, beginning), limit, after);
  }

  @GetMapping("/api/v1/orders/{id}")
  ResponseEntity<OrderView> one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return shown(TypeId.parse("ord", id), HttpStatus.OK);
  }

  @PostMapping("/api/v1/orders")
  ResponseEntity<OrderView> add(@RequestBody NewOrder wanted) {
    access.require(Permission.RECORD);
    Input input = new Input();
    LocalDate on = input.day("/on", wanted.on(), day.today());
    String number = input.required("/number", wanted.number(), Input.NUMBER);
    Money amount = input.amount("/amount", wanted.amount());
    List<OrderParts.Part> parts =
        amount.signum() > 0 ? OrderParts.of(wanted.parts(), amount, on, input) : List.of();
    input.done();
    UUID debtor = debtors.require(Input.id("/debtor", "deb", wanted.debtor()));
    Row row = new Row(ids.next(), debtor, number, on, amount, amount, OrderTable.ACCEPTED, 1, 0);
    ordering.take(row, parts);
    return shown(row.id(), HttpStatus.CREATED);
  }

  /// Corrects the amount.
  @PatchMapping("/api/v1/orders/{id}")
  ResponseEntity<OrderView> change(
      @PathVariable("id") String id,
      @RequestHeader(name = Versions.IF_MATCH, required = false) @Nullable String ifMatch,
      @RequestBody OrderChange wanted) {
    access.require(Permission.RECORD);
    Row before = found(id);
    Versions.check(ifMatch, before.version());
    Input input = new Input();
    String reason = input.required("/reason", wanted.reason(), Input.WORDS);
    Money amount = input.amount("/amount", wanted.amount());
    if (wanted.amount() != null && !amount.currency().equals(before.amount().currency())) {
      input.wrong(
          "/amount/currency",
          "is not " + before.amount().currency(),
          "Withdraw it and enter it anew in the other currency.");
    }
    input.done();
    ordering.amend(before.id(), before.version(), amount, reason);
    return shown(before.id(), HttpStatus.OK);
  }

  /// Nothing more of it will be invoiced.
  @PostMapping("/api/v1/orders/{id}/close")
  ResponseEntity<OrderView> close(@PathVariable("id") String id, @RequestBody Reason wanted) {
    access.require(Permission.RECORD);
    Row row = found(id);
    ordering.close(row.id(), wanted.read());
    return shown(row.id(), HttpStatus.OK);
  }

  @PostMapping("/api/v1/orders/{id}/reopen")
  ResponseEntity<OrderView> reopen(@PathVariable("id") String id, @RequestBody Reason wanted) {
    access.require(Permission.RECORD);
    Row row = found(id);
    ordering.reopen(row.id(), wanted.read());
    return shown(row.id(), HttpStatus.OK);
  }

  @PostMapping("/api/v1/orders/{id}/withdraw")
  ResponseEntity<Void> withdraw(@PathVariable("id") String id, @RequestBody Reason wanted) {
    access.require(Permission.RECORD);
    Row row = found(id);
    ordering.withdraw(row.id(), wanted.read());
    return ResponseEntity.noContent().build();
  }

  private Row found(String id) {
    Row row = orders.find(TypeId.parse("ord", id)).orElseThrow(() -> Problem.notFound("order"));
    UUID ignored = debtors.require(row.debtor());
    return row;
  }

  private ResponseEntity<OrderView> shown(UUID id, HttpStatus status) {
    OrderView view = lists.one(id);
    var answer = ResponseEntity.status(status).eTag(Versions.tag(view.version()));
    if (status == HttpStatus.CREATED) {
      answer.header("Location", "/api/v1/orders/" + view.id());
    }
    return answer.body(view);
  }
}
