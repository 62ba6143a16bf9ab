package dunnage.kernel.ledger;

import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A debtor's receivables at the end of a day, side by side: what [Account] answers one by one,
/// read once for all into arrays, because everything computed of a book of a million receivables
/// starts here. Only receivables issued by the day are in. Days are epoch days, amounts smallest
/// units.
public final class Positions {

  /// No such day.
  public static final int NEVER = Integer.MIN_VALUE;

  private final int asOf;
  private final int size;
  private final Account[] accounts;
  private final int[] issued;
  private final int[] due;
  private final int[] settled;
  private final long[] open;
  private final long[] surplus;
  private final short[] currency;
  private final List<Currency> currencies = new ArrayList<>(2);

  private Positions(List<Account> all, LocalDate asOf) {
    this.asOf = Math.toIntExact(asOf.toEpochDay());
    int most = all.size();
    accounts = new Account[most];
    issued = new int[most];
    due = new int[most];
    settled = new int[most];
    open = new long[most];
    surplus = new long[most];
    currency = new short[most];
    int n = 0;
    for (int i = 0; i < most; i++) {
      Account account = all.get(i);
      int day = (int) account.receivable().issued().toEpochDay();
      if (day <= this.asOf) {
        issued[n] = day;
        read(account, n++);
      }
    }
    size = n;
  }

  public static Positions of(DebtorBook book, LocalDate asOf) {
    return new Positions(book.accounts(), asOf);
  }

  private void read(Account account, int at) {
    Receivable receivable = account.receivable();
    accounts[at] = account;
    due[at] = (int) receivable.due().toEpochDay();
    currency[at] = (short) indexOf(receivable.amount().currency());
    settled[at] = NEVER;
    long left = receivable.amount().minor();
    List<Entry> entries = account.entries();
    for (int e = 0; e < entries.size(); e++) {
      Entry entry = entries.get(e);
      int day = day(entry);
      if (day > asOf) {
        break; // entries stand in order of their days
      }
      boolean wasOpen = left > 0;
      left = Math.subtractExact(left, entry.amount().minor());
      if (wasOpen && left <= 0) {
        settled[at] = day;
      }
    }
    open[at] = Math.max(0, left);
    surplus[at] = Math.max(0, -left);
  }

  private int indexOf(Currency wanted) {
    for (int c = 0; c < currencies.size(); c++) {
      if (currencies.get(c).equals(wanted)) {
        return c;
      }
    }
    currencies.add(wanted);
    return currencies.size() - 1;
  }

  /// The epoch day an entry counts from; [#NEVER] (before every day) when it carries no date.
  public static int day(Entry entry) {
    LocalDate on = entry.on();
    return on == null ? NEVER : (int) on.toEpochDay();
  }

  public int asOf() {
    return asOf;
  }

  public int size() {
    return size;
  }

  public Account account(int i) {
    return accounts[i];
  }

  public int issued(int i) {
    return issued[i];
  }

  public int due(int i) {
    return due[i];
  }

  /// Negative while it is not due.
  public int daysLate(int i) {
    return asOf - due[i];
  }

  public boolean overdue(int i) {
    return open[i] > 0 && due[i] < asOf;
  }

  /// Day on which nothing was left; [#NEVER] while open or when that entry carries no date.
  public int settled(int i) {
    return settled[i];
  }

  public long amount(int i) {
    return accounts[i].receivable().amount().minor();
  }

  public long open(int i) {
    return open[i];
  }

  public Money openMoney(int i) {
    return new Money(currencies.get(currency[i]), open[i]);
  }

  public long surplus(int i) {
    return surplus[i];
  }

  /// What was paid beyond the receivables, by currency.
  public Amounts surpluses() {
    Amounts beyond = new Amounts();
    for (int i = 0; i < size; i++) {
      if (surplus[i] > 0) {
        beyond.add(new Money(currencies.get(currency[i]), surplus[i]));
      }
    }
    return beyond;
  }

  /// Place of the currency in [#currencies].
  public int currency(int i) {
    return currency[i];
  }

  /// Every currency of these receivables, in order of first use.
  public List<Currency> currencies() {
    return currencies;
  }

  /// What was open at the end of another day, not after [#asOf]; zero before the day of issue.
  public long openOn(int i, int day) {
    return day < issued[i] ? 0 : Math.max(0, amount(i) - lowered(i, day, true));
  }

  /// What was neither paid nor credited at the end of a day: written off parts are still unpaid.
  public long unpaidOn(int i, int day) {
    return Math.max(0, amount(i) - lowered(i, day, false));
  }

  private long lowered(int i, int day, boolean withWriteOffs) {
    long sum = 0;
    List<Entry> entries = accounts[i].entries();
    for (int e = 0; e < entries.size(); e++) {
      Entry entry = entries.get(e);
      if (day(entry) > day) {
        break;
      }
      if (withWriteOffs || entry.kind() != Entry.Kind.WRITE_OFF) {
        sum += entry.amount().minor();
      }
    }
    return sum;
  }
}
