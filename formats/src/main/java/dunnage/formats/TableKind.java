package dunnage.formats;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the rows of a table tell.
enum TableKind {
  RECEIVABLES(
      EnumSet.complementOf(
          EnumSet.of(
              Field.EVENT,
              Field.NOTE,
              Field.UNTIL,
              Field.DATE,
              Field.IGNORED,
              Field.FOREIGN,
              Field.PAYMENT,
              Field.LOCAL_AMOUNT,
              Field.LOCAL_CURRENCY))),
  PAYMENTS(
      EnumSet.of(
          Field.RECEIVABLE,
          Field.DEBTOR,
          Field.NAME,
          Field.COUNTRY,
          Field.PAID_ON,
          Field.AMOUNT,
          Field.CURRENCY,
          Field.PAYMENT,
          Field.KIND)),
  ALLOCATIONS(
      EnumSet.of(
          Field.RECEIVABLE,
          Field.DEBTOR,
          Field.NAME,
          Field.PAID_ON,
          Field.AMOUNT,
          Field.CURRENCY,
          Field.PAYMENT,
          Field.KIND)),
  EVENTS(
      EnumSet.of(
          Field.DEBTOR,
          Field.NAME,
          Field.COUNTRY,
          Field.DATE,
          Field.EVENT,
          Field.NOTE,
          Field.AMOUNT,
          Field.CURRENCY,
          Field.UNTIL)),
  ORDERS(
      EnumSet.of(
          Field.ORDER,
          Field.DEBTOR,
          Field.NAME,
          Field.COUNTRY,
          Field.ORDER_DATE,
          Field.AMOUNT,
          Field.CURRENCY));

  private final Set<Field> uses;

  TableKind(Set<Field> uses) {
    this.uses = uses;
  }

  /// The fields such a table is read for.
  Set<Field> uses() {
    return uses;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What a table with these columns is; null when it is nothing that is read here. Columns that
  /// mean different things in different tables (a bare `date`, `amount`, `paid`) are settled on the
  /// way.
  static @Nullable TableKind of(Columns columns, ReadOptions options) {
    boolean who = columns.has(Field.DEBTOR) || columns.has(Field.NAME);
    if (columns.has(Field.EVENT) && who && (columns.has(Field.DATE) || columns.has(Field.ISSUED))) {
      columns.lend(Field.ISSUED, Field.DATE);
      return EVENTS;
    }
    if (columns.has(Field.DUE)) {
      return receivables(columns);
    }
    if (columns.has(Field.FOREIGN)) {
      return null;
    }
    return withoutDue(columns, who, options);
  }

  private static @Nullable TableKind withoutDue(Columns columns, boolean who, ReadOptions options) {
    boolean number = columns.has(Field.RECEIVABLE);
    boolean money = columns.has(Field.AMOUNT) || columns.has(Field.PAID_AMOUNT);
    boolean likeAnInvoice =
        columns.has(Field.ISSUED) || columns.has(Field.TERMS) || columns.has(Field.OPEN_AMOUNT);
    boolean dated = columns.has(Field.PAID_ON) || columns.has(Field.DATE);
    if (columns.has(Field.PAYMENT) && money && !likeAnInvoice && (number || dated)) {
      return payments(columns, number);
    }
    if (money && !likeAnInvoice && (number || who) && columns.has(Field.PAID_ON)) {
      return payments(columns, number);
    }
    if (number
        && money
        && !likeAnInvoice
        && columns.has(Field.DATE)
        && (!who || columns.has(Field.PAID_AMOUNT))
        && options.termsDays() == null) {
      return payments(columns, true);
    }
    if (columns.has(Field.ORDER) && !number && who && columns.has(Field.AMOUNT)) {
      columns.lend(Field.DATE, Field.ORDER_DATE);
      columns.lend(Field.ISSUED, Field.ORDER_DATE);
      if (columns.has(Field.ORDER_DATE)) {
        return ORDERS;
      }
    }
    boolean owed = columns.has(Field.AMOUNT) || columns.has(Field.OPEN_AMOUNT);
    boolean claims = number || who && (likeAnInvoice || columns.has(Field.DATE));
    return owed && claims ? receivables(columns) : null;
  }

  private static TableKind receivables(Columns columns) {
    columns.lend(Field.DATE, Field.ISSUED);
    return RECEIVABLES;
  }

  private static TableKind payments(Columns columns, boolean number) {
    columns.lend(Field.DATE, Field.PAID_ON);
    columns.lendOver(Field.PAID_AMOUNT, Field.AMOUNT); // beside it, the amount is the invoice's
    boolean joined = columns.has(Field.PAYMENT) && number && !columns.has(Field.PAID_ON);
    return joined ? ALLOCATIONS : PAYMENTS;
  }
}
