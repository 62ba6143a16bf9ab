package dunnage.app.access;

import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who one is here.
@RestController
class MeApi {

  /// @param permissions what this way in allows: the role's, within the token's scopes
  /// @param organisations every one the person belongs to
  record Me(
      String person,
      String name,
      String email,
      String language,
      String organisation,
      String role,
      List<String> permissions,
      List<SignIn.Choice> organisations) {}

  /// @param current the password until now; left out where none was chosen yet
  record NewPassword(@Nullable String current, @Nullable String password) {}

  private final Access access;
  private final SignIn signIn;
  private final Sessions sessions;

  MeApi(Access access, SignIn signIn, Sessions sessions) {
    this.access = access;
    this.signIn = signIn;
    this.sessions = sessions;
  }

  @Operation(
      operationId = "me",
      summary = "Who is asking, what they may do, and which organisations they belong to.")
  @GetMapping("/api/v1/me")
  Me me() {
    Actor actor = access.actor();
    SignIn.Account account = signIn.account(actor.person());
    return new Me(
        actor.actor(),
        account.name(),
        account.email(),
        account.language(),
        TypeId.of("org", actor.organisation()),
        actor.role().code(),
        List.copyOf(actor.permissions()),
        signIn.choices(actor.person()));
  }

  @Operation(
      operationId = "changePassword",
      summary = "Changes one's password and ends one's sessions elsewhere.")
  @PostMapping("/api/v1/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(@RequestBody NewPassword wanted, HttpServletRequest request) {
    Actor actor = access.inPerson();
    SignIn.Account account = signIn.account(actor.person());
    Fields fields = new Fields();
    String password = fields.password("/password", wanted.password(), account.email());
    fields.done();
    String before = account.hash();
    if (before != null) {
      before = proven(account.email(), wanted.current(), request);
    }
    Optional<UUID> kept =
        SessionCookie.wayIn(request).flatMap(sessions::find).map(Sessions.Session::id);
    signIn.change(actor.person(), before, password, kept);
  }

  private String proven(String email, @Nullable String current, HttpServletRequest request) {
    String from = SessionCookie.networkAddress(request);
    try {
      return signIn.prove(email, current == null ? "" : current, from).hash();
    } catch (Problem no) {
      if (no.code().equals("unauthorized")) {
        // not 401: the caller is signed in, and a page would send them to sign in again
        throw Problem.invalid("/current", "is not your password", "Give the one until now.");
      }
      throw no;
    }
  }
}
