package dunnage.app.access;

import dunnage.app.platform.Caller;
import dunnage.app.platform.TypeId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// A person acting for an organisation.
///
/// @param scopes what the way in allows; a session allows all
public record Actor(UUID organisation, UUID person, Role role, Set<Scope> scopes)
    implements Caller {

  public Actor {
    scopes = Set.copyOf(scopes);
  }

  @Override
  public String actor() {
    return TypeId.of("per", person);
  }

  @Override
  public boolean seesAll() {
    return role.seesAll();
  }

  @Override
  public boolean mayWrite() {
    return role != Role.AUDITOR && scopes.stream().anyMatch(scope -> scope != Scope.READ);
  }

  public boolean may(Permission permission) {
    return role.may(permission) && scopes.stream().anyMatch(scope -> scope.may(permission));
  }

  /// Everything they may do, in lower case.
  Set<String> permissions() {
    return Arrays.stream(Permission.values())
        .filter(this::may)
        .map(permission -> permission.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
