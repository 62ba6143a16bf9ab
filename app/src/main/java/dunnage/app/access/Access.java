package dunnage.app.access;

import dunnage.app.platform.Caller;
import dunnage.app.platform.Problem;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// The door: who is acting, and whether they may.
@Component
public class Access {

  private final Organisations organisations;

  Access(Organisations organisations) {
    this.organisations = organisations;
  }

  /// Who makes this request.
  public Actor actor() {
    if (Caller.current() instanceof Actor actor) {
      return actor;
    }
    throw new IllegalStateException("a caller that is no person of an organisation");
  }

  /// The same, if they may.
  ///
  /// @throws Problem 403 if they may not
  public Actor require(Permission permission) {
    Actor actor = actor();
    if (actor.may(permission)) {
      return actor;
    }
    throw Problem.forbidden(
        "This needs the permission to %s, which a token of scopes %s for the role %s does not give."
            .formatted(
                permission.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                Scope.written(actor.scopes()),
                actor.role().code()));
  }

  /// Who acts, if signed in or by a token of scope admin: what concerns one's own ways in is no
  /// business of a token made for less.
  Actor inPerson() {
    Actor actor = actor();
    if (actor.scopes().contains(Scope.ADMIN)) {
      return actor;
    }
    throw Problem.forbidden(
        "Tokens, sessions and passwords need a sign-in or a token of scope admin.");
  }

  /// Whose debtors alone the caller may see: the person, or empty for everybody's. Every statement
  /// that reads debtors or what hangs on them takes it.
  public Optional<UUID> onlyDebtorsOf() {
    Actor actor = actor();
    return actor.seesAll() ? Optional.empty() : Optional.of(actor.person());
  }

  /// Does work as a person who asked for it earlier, outside of a request.
  public <T extends @Nullable Object> T actingAs(UUID organisation, UUID person, Supplier<T> work) {
    Role role = organisations.roleOf(organisation, person).orElse(Role.AUDITOR);
    Actor actor = new Actor(organisation, person, role, Set.of(Scope.ADMIN));
    SecurityContext before = SecurityContextHolder.getContext();
    try {
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(actor, null, Set.of()));
      SecurityContextHolder.setContext(context);
      return work.get();
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }
}
