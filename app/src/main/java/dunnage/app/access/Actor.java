package dunnage.app.access;

import dunnage.app.platform.Caller;
import dunnage.app.platform.TypeId;
import java.util.Set;
import java.util.UUID;

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
}
