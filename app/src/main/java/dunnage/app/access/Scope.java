package dunnage.app.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a token is for: never more than its person may do.
public enum Scope {
  READ(EnumSet.of(Permission.READ)),
  ORDERS(EnumSet.of(Permission.READ, Permission.CHECK_ORDERS)),
  IMPORT(EnumSet.of(Permission.READ, Permission.IMPORT)),
  WRITE(EnumSet.complementOf(EnumSet.of(Permission.ADMINISTER))),
  ADMIN(EnumSet.allOf(Permission.class));

  private final Set<Permission> permissions;

  Scope(Set<Permission> permissions) {
    this.permissions = permissions;
  }

  boolean may(Permission permission) {
    return permissions.contains(permission);
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
