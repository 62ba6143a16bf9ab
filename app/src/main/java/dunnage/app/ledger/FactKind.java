package dunnage.app.ledger;

import dunnage.app.platform.TypeId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/// What can happen in the books.
enum FactKind {
  RECEIVABLE_ISSUED("receivable.issued", "inv"),
  RECEIVABLE_AMENDED("receivable.amended", "inv"),
  RECEIVABLE_WITHDRAWN("receivable.withdrawn", "inv"),
  RECEIVABLE_LOWERED("receivable.lowered", "inv"),
  RECEIVABLE_RAISED("receivable.raised", "inv"),
  RECEIPT_RECEIVED("receipt.received", "rcp"),
  RECEIPT_ATTRIBUTED("receipt.attributed", "rcp"),
  RECEIPT_AMENDED("receipt.amended", "rcp"),
  RECEIPT_WITHDRAWN("receipt.withdrawn", "rcp"),
  ORDER_TAKEN("order.taken", "ord"),
  ORDER_AMENDED("order.amended", "ord"),
  ORDER_WITHDRAWN("order.withdrawn", "ord"),
  EVENT_NOTED("event.noted", "evn"),
  EVENT_CLOSED("event.closed", "evn"),
  EVENT_WITHDRAWN("event.withdrawn", "evn"),
  TITLE_ASSIGNED("title.assigned", "inv"),
  TITLE_RELEASED("title.released", "inv"),
  DOCUMENT_ATTACHED("document.attached", "doc"),
  DOCUMENT_WITHDRAWN("document.withdrawn", "doc"),
  RATE_STATED("rate.stated", "fxr"),
  IMPORT_UNDONE("import.undone", "imp");

  private final String code;
  private final String prefix;

  FactKind(String code, String prefix) {
    this.code = code;
    this.prefix = prefix;
  }

  static Optional<FactKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }

  /// What a fact of this code is about, as others see it; facts of others are about debtors.
  static String subject(String code, UUID about) {
    return find(code).map(kind -> kind.subject(about)).orElseGet(() -> TypeId.of("deb", about));
  }

  String code() {
    return code;
  }

  String subject(UUID about) {
    return TypeId.of(prefix, about);
  }
}
