package dunnage.kernel.ledger;

import dunnage.kernel.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Joins payments with the rows that say what each of them paid, from whatever files they come.
final class Allocations {

  private final Map<String, Fact.Received> byPayment = new HashMap<>();
  private final List<Fact.Received> received = new ArrayList<>();
  private final List<Fact.Allocated> allocated = new ArrayList<>();

  void add(Fact.Received payment) {
    received.add(payment);
    if (!payment.payment().isEmpty()) {
      byPayment.putIfAbsent(payment.payment(), payment);
    }
  }

  void add(Fact.Allocated part) {
    allocated.add(part);
  }

  /// The parts as payments of numbers; what a payment has left stays in `left`.
  ///
  /// @param unknown receives allocations whose payment is in no file
  List<Fact.Remitted> join(List<Fact.Received> left, List<Fact.Allocated> unknown) {
    Map<Fact.Received, Money> rest = new java.util.IdentityHashMap<>();
    received.forEach(r -> rest.put(r, r.amount()));
    List<Fact.Remitted> parts = new ArrayList<>();
    for (Fact.Allocated part : allocated) {
      Fact.Received payment = byPayment.get(part.payment());
      Money open = payment == null ? null : rest.get(payment);
      if (payment == null
          || open == null
          || !open.currency().equals(part.amount().currency())
          || open.minor() < part.amount().minor()) {
        unknown.add(part); // an allocation never exceeds its payment
        continue;
      }
      rest.put(payment, open.minus(part.amount()));
      Entry entry = new Entry(Entry.Kind.PAYMENT, payment.on(), part.amount());
      parts.add(new Fact.Remitted(part.number(), "", entry, part.origin()));
    }
    for (Fact.Received payment : received) {
      Money open = rest.get(payment);
      if (open != null && open.signum() > 0) {
        left.add(
            new Fact.Received(
                payment.payment(), payment.debtor(), payment.on(), open, payment.origin()));
      }
    }
    return parts;
  }
}
