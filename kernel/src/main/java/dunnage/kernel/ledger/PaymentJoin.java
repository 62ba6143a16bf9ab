package dunnage.kernel.ledger;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import dunnage.kernel.findings.FindingLog;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.party.Party;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Joins payments with their allocations, which may stand in different files. No more of a payment
/// is allocated than came in; what nobody allocates is left over.
final class PaymentJoin {

  /// Money of a payment that nothing was paid with.
  ///
  /// @param debtor who paid; null when neither the payment nor an allocation tells
  record LeftOver(Fact.Received payment, @Nullable Party debtor, Money amount) {}

  private static final class Till {
    final Fact.Received payment;
    Money left;
    @Nullable Party debtor;

    Till(Fact.Received payment) {
      this.payment = payment;
      this.left = payment.amount();
      this.debtor = payment.debtor();
    }
  }

  private final List<Till> tills = new ArrayList<>();
  private final Map<String, List<Till>> byNumber = new HashMap<>();
  private final List<Fact.Allocated> allocations = new ArrayList<>();

  void add(Fact.Received payment) {
    Till till = new Till(payment);
    tills.add(till);
    if (!payment.payment().isEmpty()) {
      byNumber.computeIfAbsent(payment.payment(), n -> new ArrayList<>()).add(till);
    }
  }

  void add(Fact.Allocated allocation) {
    allocations.add(allocation);
  }

  /// What the allocations pay, as payments that name a receivable.
  ///
  /// @param debtorOf who owes the receivable of a number; null when there is none
  List<Fact.Remitted> remitted(Function<String, @Nullable Party> debtorOf, FindingLog findings) {
    List<Fact.Remitted> paid = new ArrayList<>();
    for (Fact.Allocated row : allocations) {
      List<Till> from = byNumber.get(row.payment());
      if (from == null) {
        if (row.on() == null) {
          findings.add(
              finding(
                  FindingCode.PAYMENT_UNKNOWN,
                  row,
                  row.payment(),
                  "the number of a payment in these files"));
        }
        Entry entry = new Entry(Entry.Kind.PAYMENT, row.on(), row.amount());
        paid.add(new Fact.Remitted(row.number(), row.debtor(), entry, row.origin()));
      } else {
        allocate(row, from, debtorOf, findings, paid);
      }
    }
    return paid;
  }

  private static void allocate(
      Fact.Allocated row,
      List<Till> from,
      Function<String, @Nullable Party> debtorOf,
      FindingLog findings,
      List<Fact.Remitted> paid) {
    Money wanted = row.amount();
    for (Till till : from) {
      Money asked = inCurrencyOf(wanted, till.left.currency());
      if (asked == null || asked.isZero() || till.left.isZero()) {
        continue;
      }
      Money part = asked.min(till.left);
      till.left = till.left.minus(part);
      wanted = asked.minus(part);
      till.debtor = till.debtor == null ? debtorOf.apply(row.number()) : till.debtor;
      Entry entry = new Entry(Entry.Kind.PAYMENT, till.payment.on(), part);
      paid.add(new Fact.Remitted(row.number(), row.debtor(), entry, row.origin()));
    }
    if (!wanted.isZero()) {
      String seen = row.payment() + ": " + wanted + " too much";
      findings.add(finding(FindingCode.ALLOCATION_EXCEEDS, row, seen, "at most what came in"));
    }
  }

  /// A file of payments or allocations without a currency column means that of the other one.
  private static @Nullable Money inCurrencyOf(Money amount, Currency wanted) {
    if (amount.currency().equals(wanted)) {
      return amount;
    }
    return amount.currency().equals(Currency.NONE) && wanted.digits() == Currency.NONE.digits()
        ? new Money(wanted, amount.minor())
        : null;
  }

  private static Finding finding(
      FindingCode code, Fact.Allocated row, String seen, String expected) {
    return Finding.at(code, row.origin().file(), row.origin().line(), "", seen, expected);
  }

  /// What is left of the payments once [#remitted] is done.
  List<LeftOver> leftOver() {
    List<LeftOver> rest = new ArrayList<>();
    for (Till till : tills) {
      if (!till.left.isZero()) {
        rest.add(new LeftOver(till.payment, till.debtor, till.left));
      }
    }
    return rest;
  }
}
