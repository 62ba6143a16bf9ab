package dunnage.kernel.pricing;

import dunnage.kernel.party.Party;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/// Debtors by id or name, or receivables by number, as someone wrote them in an offer. Case and
/// spaces around do not matter.
public record Names(Set<String> written) {

  public static final Names NONE = new Names(Set.of());

  public Names {
    Set<String> anyCase = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    written.forEach(w -> anyCase.add(w.strip()));
    written = Collections.unmodifiableSet(anyCase);
  }

  public static Names of(Collection<String> written) {
    return new Names(new LinkedHashSet<>(written));
  }

  boolean has(String text) {
    return !written.isEmpty() && written.contains(text.strip());
  }

  boolean has(Party debtor) {
    return has(debtor.id()) || has(debtor.name());
  }
}
