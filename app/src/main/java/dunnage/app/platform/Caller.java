package dunnage.app.platform;

import java.security.Principal;
import java.util.UUID;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who makes a request, for an organisation. `access` says who that is; modules below it need to
/// know no more than this.
public interface Caller extends Principal {

  /// The organisation it acts for.
  UUID organisation();

  /// Who it is, as a fact names it: `per_…`, or `sys` for the server itself.
  String actor();

  /// Whether it sees every debtor of the organisation.
  boolean seesAll();

  /// Whether it may change anything.
  boolean mayWrite();

  @Override
  default String getName() {
    return actor();
  }

  /// That of the request being answered by this thread.
  ///
  /// @throws IllegalStateException outside of a request that was signed in
  static Caller current() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("nobody is signed in");
  }
}
