package dunnage.app.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a token is for: never more than its person may do.
public enum Scope {
  READ(Permission.READ, EnumSet.of(Permission.READ)),
  ORDERS(Permission.CHECK_ORDERS, EnumSet.of(Permission.READ, Permission.CHECK_ORDERS)),
  IMPORT(Permission.IMPORT, EnumSet.of(Permission.READ, Permission.IMPORT)),
  WRITE(Permission.NOTE, EnumSet.complementOf(EnumSet.of(Permission.ADMINISTER))),
  ADMIN(Permission.ADMINISTER, EnumSet.allOf(Permission.class));

  private final Permission chief;
  private final Set<Permission> permissions;

  /// @param chief what one must be able to do for the scope to mean anything
  Scope(Permission chief, Set<Permission> permissions) {
    this.chief = chief;
    this.permissions = permissions;
  }

  boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /// Whether someone may give it to a token: it must let the token do nothing that they may not do.
  boolean mayBeGivenBy(Actor actor) {
    return actor.may(chief)
        && permissions.stream().allMatch(p -> !actor.role().may(p) || actor.may(p));
  }

  /// The word in the database and on the wire.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Scope> of(String code) {
    return Arrays.stream(values()).filter(scope -> scope.code().equals(code)).findFirst();
  }

  static Set<Scope> read(String codes) {
    return Arrays.stream(codes.split(" ", -1))
        .map(code -> of(code).orElseThrow())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
  }

  static String written(Set<Scope> scopes) {
    return scopes.stream().map(Scope::code).sorted().collect(Collectors.joining(" "));
  }
}
