package dunnage.app.ledger;

import dunnage.app.platform.TypeId;
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
  IMPORT_UNDONE("import.undone", "imp");

  private final String code;
  private final String prefix;

  FactKind(String code, String prefix) {
    this.code = code;
    this.prefix = prefix;
  }

  String code() {
    return code;
  }

  String subject(UUID about) {
    return TypeId.of(prefix, about);
  }
}
