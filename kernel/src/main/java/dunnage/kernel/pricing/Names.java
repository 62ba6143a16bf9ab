package dunnage.kernel.pricing;

import dunnage.kernel.party.Party;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// Debtors by id or name, or receivables by number, as someone wrote them in an offer. Case and
/// spaces around do not matter.
public record Names(Set<String> written) {

  public static final Names NONE = new Names(Set.of());

  public Names {
    Set<String> plain = new LinkedHashSet<>();
    written.forEach(w -> plain.add(plain(w)));
    written = java.util.Collections.unmodifiableSet(plain);
  }

  public static Names of(Collection<String> written) {
    return new Names(new LinkedHashSet<>(written));
  }

  boolean has(String text) {
    return !written.isEmpty() && written.contains(plain(text));
  }

  boolean has(Party debtor) {
    return has(debtor.id()) || has(debtor.name());
  }

  static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
