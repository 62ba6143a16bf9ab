package dunnage.app.platform;

import java.util.Set;

/// Addresses whose handlers open the transactions of organisations themselves, since they look at
/// more than one, or since something must stay recorded although the answer is a no. A module names
/// its own in a bean of this type. `Idempotency-Key` has no meaning there: what they do may be
/// repeated.
///
/// @param paths whole addresses
/// @param beginnings of addresses
public record OwnTransactions(Set<String> paths, Set<String> beginnings) {

  public OwnTransactions {
    paths = Set.copyOf(paths);
    beginnings = Set.copyOf(beginnings);
  }

  /// Whole addresses alone.
  public OwnTransactions(Set<String> paths) {
    this(paths, Set.of());
  }

  boolean covers(String path) {
    return paths.contains(path) || beginnings.stream().anyMatch(path::startsWith);
  }
}
