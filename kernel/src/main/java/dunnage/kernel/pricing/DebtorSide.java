package dunnage.kernel.pricing;

import dunnage.kernel.money.Amounts;
import dunnage.kernel.money.Currency;
import dunnage.kernel.party.Party;
import java.util.List;

/// Everything pricing needs of one debtor, whatever the offer.
///
/// @param verdicts one for each open receivable
/// @param credits held by the debtor and not set against a receivable
/// @param disputed amounts in dispute that name no receivable
record DebtorSide(Party debtor, List<Verdict> verdicts, Amounts credits, Amounts disputed) {

  List<Verdict> in(Currency currency) {
    return verdicts.stream().filter(v -> v.open().currency().equals(currency)).toList();
  }
}
