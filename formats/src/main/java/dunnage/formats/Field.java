package dunnage.formats;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a column of a table can mean. The names in lower case are what `--map` takes.
enum Field {
  RECEIVABLE,
  DEBTOR,
  NAME,
  COUNTRY,
  ISSUED,
  DUE,
  AMOUNT,
  CURRENCY,
  /// The amount in the creditor's own currency, beside one in the invoice's.
  LOCAL_AMOUNT,
  LOCAL_CURRENCY,
  PAID_ON,
  PAID_AMOUNT,
  OPEN_AMOUNT,
  IS_OPEN,
  STATUS,
  KIND,
  /// The invoice to which a credit note or payment belongs.
  REFERENCE,
  TERMS,
  ORDER,
  PART,
  INCOTERM,
  SHIPPED,
  BL_DATE,
  ORDER_DATE,
  DELIVERED,
  ACCEPTED,
  PRESENTED,
  DISPUTED,
  PAYMENT,
  METHOD,
  EVENT,
  NOTE,
  UNTIL,
  /// A bare "date": what it dates depends on the table.
  DATE,
  /// The amount of one line of an invoice whose total stands in every line.
  LINE_AMOUNT,
  /// Days late, aging and the like: computed anew, never believed.
  IGNORED,
  /// Marks a bank statement or marketplace report.
  FOREIGN;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The field a user names, or null. `number`, `invoice` and `customer` are understood too.
  static @Nullable Field named(String word) {
    String code = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    return switch (code) {
      case "NUMBER", "INVOICE" -> RECEIVABLE;
      case "CUSTOMER" -> DEBTOR;
      case "IGNORED", "FOREIGN" -> null;
      default -> {
        for (Field field : values()) {
          if (field.name().equals(code)) {
            yield field;
          }
        }
        yield null;
      }
    };
  }

  boolean isDate() {
    return switch (this) {
      case ISSUED,
          DUE,
          PAID_ON,
          SHIPPED,
          BL_DATE,
          ORDER_DATE,
          DELIVERED,
          ACCEPTED,
          PRESENTED,
          UNTIL,
          DATE ->
          true;
      case RECEIVABLE,
          DEBTOR,
          NAME,
          COUNTRY,
          AMOUNT,
          CURRENCY,
          LOCAL_AMOUNT,
          LOCAL_CURRENCY,
          PAID_AMOUNT,
          OPEN_AMOUNT,
          IS_OPEN,
          STATUS,
          KIND,
          REFERENCE,
          TERMS,
          ORDER,
          PART,
          INCOTERM,
          DISPUTED,
          PAYMENT,
          METHOD,
          EVENT,
          NOTE,
          LINE_AMOUNT,
          IGNORED,
          FOREIGN ->
          false;
    };
  }

  boolean isAmount() {
    return this == AMOUNT || this == LOCAL_AMOUNT || this == PAID_AMOUNT || this == OPEN_AMOUNT;
  }

  /// Whether a blank says something of its own (not paid yet, not shipped yet), so that it is never
  /// a gap.
  boolean mayBeBlank() {
    return switch (this) {
      case PAID_ON,
          PAID_AMOUNT,
          OPEN_AMOUNT,
          IS_OPEN,
          STATUS,
          REFERENCE,
          SHIPPED,
          BL_DATE,
          DELIVERED,
          ACCEPTED,
          PRESENTED,
          DISPUTED,
          PAYMENT,
          METHOD,
          NOTE,
          UNTIL,
          IGNORED ->
          true;
      case RECEIVABLE,
          DEBTOR,
          NAME,
          COUNTRY,
          ISSUED,
          DUE,
          AMOUNT,
          CURRENCY,
          LOCAL_AMOUNT,
          LOCAL_CURRENCY,
          KIND,
          TERMS,
          ORDER,
          PART,
          INCOTERM,
          ORDER_DATE,
          EVENT,
          DATE,
          LINE_AMOUNT,
          FOREIGN ->
          false;
    };
  }
}
