package dunnage.app.access;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a person is to an organisation.
public enum Role {
  /// Everything, people and tokens included.
  OWNER(EnumSet.allOf(Permission.class)),
  /// The credit controller: everything but people.
  CONTROLLER(EnumSet.complementOf(EnumSet.of(Permission.ADMINISTER))),
  /// Sees own debtors only; notes, and asks whether to ship.
  SALES(EnumSet.of(Permission.READ, Permission.NOTE, Permission.CHECK_ORDERS)),
  /// Talks to debtors: notes, promises, disputes, contacts.
  COLLECTOR(
      EnumSet.of(
          Permission.READ, Permission.NOTE, Permission.CHECK_ORDERS, Permission.EDIT_DEBTORS)),
  /// Reads everything and brings files in.
  ANALYST(EnumSet.of(Permission.READ, Permission.IMPORT, Permission.CHECK_ORDERS)),
  /// Reads everything, changes nothing.
  AUDITOR(EnumSet.of(Permission.READ));

  private final Set<Permission> permissions;

  Role(Set<Permission> permissions) {
    this.permissions = permissions;
  }

  boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /// Whether it sees the debtors of others.
  boolean seesAll() {
    return this != SALES;
  }

  /// The word in the database and on the wire.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Role> of(String code) {
    for (Role role : values()) {
      if (role.code().equals(code)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
