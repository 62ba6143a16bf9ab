package dunnage.formats;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a column can mean. The names are those of `--map`.
enum Field {
  RECEIVABLE,
  DEBTOR,
  NAME,
  COUNTRY,
  DATE,
  ISSUED,
  DUE,
  AMOUNT,
  CURRENCY,
  PAID_ON,
  PAID_AMOUNT,
  OPEN_AMOUNT,
  STATUS,
  KIND,
  TERMS,
  ORDER,
  PART,
  INCOTERM,
  SHIPPED,
  BL_DATE,
  ORDER_DATE,
  DELIVERED,
  ACCEPTED,
  DISPUTED,
  PAYMENT,
  EVENT,
  NOTE,
  UNTIL,
  /// Known and of no use here, so that it is not reported as unused.
  IGNORED;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isDate() {
    return switch (this) {
      case DATE, ISSUED, DUE, PAID_ON, SHIPPED, BL_DATE, ORDER_DATE, DELIVERED, ACCEPTED, UNTIL ->
          true;
      case RECEIVABLE,
          DEBTOR,
          NAME,
          COUNTRY,
          AMOUNT,
          CURRENCY,
          PAID_AMOUNT,
          OPEN_AMOUNT,
          STATUS,
          KIND,
          TERMS,
          ORDER,
          PART,
          INCOTERM,
          DISPUTED,
          PAYMENT,
          EVENT,
          NOTE,
          IGNORED ->
          false;
    };
  }

  boolean isAmount() {
    return this == AMOUNT || this == PAID_AMOUNT || this == OPEN_AMOUNT;
  }

  /// Blank here means "not yet" and is no gap.
  boolean mayBeBlank() {
    return switch (this) {
      case PAID_ON,
          PAID_AMOUNT,
          OPEN_AMOUNT,
          STATUS,
          KIND,
          PART,
          INCOTERM,
          SHIPPED,
          BL_DATE,
          DELIVERED,
          ACCEPTED,
          DISPUTED,
          NOTE,
          UNTIL,
          TERMS,
          ORDER,
          ORDER_DATE,
          PAYMENT ->
          true;
      case RECEIVABLE, DEBTOR, NAME, COUNTRY, DATE, ISSUED, DUE, AMOUNT, CURRENCY, EVENT, IGNORED ->
          false;
    };
  }

  static @Nullable Field named(String written) {
    String wanted = written.strip().toUpperCase(Locale.ROOT).replace('-', '_');
    for (Field field : values()) {
      if (field.name().equals(wanted)
          || (wanted.equals("NUMBER") || wanted.equals("INVOICE")) && field == RECEIVABLE
          || wanted.equals("CUSTOMER") && field == DEBTOR
          || wanted.equals("PAID") && field == PAID_ON) {
        return field;
      }
    }
    return null;
  }
}
