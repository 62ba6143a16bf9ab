package dunnage.app.platform;

/// The database as the server uses it.
///
/// @param url JDBC
/// @param owner signs in to migrate
/// @param application signs in for everything else; may be the owner
/// @param role taken on by each connection of the application (`SET ROLE`), or empty
/// @param title for people: which PostgreSQL and where
record Database(String url, Login owner, Login application, String role, String title) {

  record Login(String user, String password) {

    /// Without the password.
    @Override
    public String toString() {
      return user;
    }
  }

  /// The role that the migrations grant to.
  String grantee() {
    return role.isEmpty() ? application.user() : role;
  }

  /// What each connection does first. Durability is asked for by us and not left to the server's
  /// setting.
  String firstStatement() {
    String durable = "SET synchronous_commit = on";
    return role.isEmpty() ? durable : "SET ROLE " + role + "; " + durable;
  }
}
