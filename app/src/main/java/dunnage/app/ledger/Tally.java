package dunnage.app.ledger;

import dunnage.kernel.money.Money;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an import has done so far.
final class Tally {

  private static final int CHANGES_TOLD = 200;

  final UUID importId;
  final Ordinals ordinals = new Ordinals();
  final List<Absorbed.Change> changes = new ArrayList<>();
  final List<Absorbed.Refused> refused = new ArrayList<>();
  final Set<UUID> touched = new HashSet<>();
  Balances.Change balances = new Balances.Change();
  long added;
  long changed;
  long same;

  Tally(UUID importId) {
    this.importId = importId;
  }

  void change(int line, String subject, String field, Object before, Object after) {
    if (changes.size() < CHANGES_TOLD) {
      changes.add(
          new Absorbed.Change(line, subject, field, String.valueOf(before), String.valueOf(after)));
    }
  }

  void refuse(int line, String code, String problem, @Nullable Money amount) {
    refused.add(new Absorbed.Refused(line, code, problem, amount));
  }

  /// The changes of balances gathered since the last time.
  Balances.Change takeBalances() {
    Balances.Change taken = balances;
    balances = new Balances.Change();
    return taken;
  }
}
