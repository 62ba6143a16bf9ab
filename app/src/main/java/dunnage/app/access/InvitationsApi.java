package dunnage.app.access;

import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.ShownOnce;
import dunnage.app.platform.TypeId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Asking people to join, and joining.
@RestController
class InvitationsApi {

  record NewInvitation(@Nullable String email, @Nullable String role) {}

  /// @param secret what the invited person needs, in the answer to its making alone
  record InvitationView(
      String id,
      String email,
      String role,
      String invitedBy,
      Instant createdAt,
      Instant expiresAt,
      String state,
      @Nullable String secret) {}

  /// @param name of someone new; left out by someone who has a password here already
  /// @param password a new one, or of someone known the one they have
  record Acceptance(@Nullable String secret, @Nullable String name, @Nullable String password) {}

  record Joined(String person, String organisation, String role) {}

  private final Access access;
  private final Invitations invitations;
  private final SignIn signIn;
  private final Passwords passwords;

  InvitationsApi(Access access, Invitations invitations, SignIn signIn, Passwords passwords) {
    this.access = access;
    this.invitations = invitations;
    this.signIn = signIn;
    this.passwords = passwords;
  }

  @Operation(
      operationId = "invite",
      summary = "Asks someone to join. The secret is shown this once; it is good for a week.")
  @PostMapping("/api/v1/invitations")
  @ResponseStatus(HttpStatus.CREATED)
  InvitationView invite(@RequestBody NewInvitation wanted, HttpServletRequest request) {
    Actor actor = access.require(Permission.ADMINISTER);
    Fields fields = new Fields();
    String email = fields.email("/email", wanted.email());
    Role role = fields.role("/role", wanted.role());
    fields.done();
    Invitations.Made made = invitations.invite(email, role, actor.person());
    Invitations.Invitation invitation = invitations.find(made.id()).orElseThrow();
    ShownOnce.keep(request, view(invitation, null));
    return view(invitation, made.secret());
  }

  @Operation(operationId = "listInvitations", summary = "Invitations and what became of them.")
  @GetMapping("/api/v1/invitations")
  Listing<InvitationView> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Actor ignored = access.require(Permission.ADMINISTER);
    int most = Listing.limit(limit);
    List<InvitationView> rows =
        invitations.list(PeopleApi.place("ivt", after), most + 1).stream()
            .map(invitation -> view(invitation, null))
            .toList();
    return Listing.of(rows, most, invitation -> Cursor.of(invitation.id()));
  }

  @Operation(operationId = "withdrawInvitation", summary = "Withdraws an invitation.")
  @DeleteMapping("/api/v1/invitations/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable("id") String id) {
    Actor ignored = access.require(Permission.ADMINISTER);
    Invitations.Invitation invitation =
        invitations.find(TypeId.parse("ivt", id)).orElseThrow(() -> Problem.notFound("invitation"));
    if (invitation.state().equals("accepted")) {
      throw Invitations.over("accepted");
    }
    invitations.withdraw(invitation.id());
  }

  @Operation(
      operationId = "acceptInvitation",
      summary = "Joins by an invitation: with a new password, or with the one already had here.")
  @PostMapping("/api/v1/invitations/accept")
  @ResponseStatus(HttpStatus.CREATED)
  Joined accept(@RequestBody Acceptance wanted, HttpServletRequest request) {
    Invitations.Invitation invitation =
        invitations
            .of(Fields.text(wanted.secret()))
            .orElseThrow(() -> Problem.notFound("invitation"));
    if (!invitation.state().equals("open")) {
      throw Invitations.over(invitation.state());
    }
    Optional<SignIn.Account> account = signIn.account(invitation.email());
    UUID joined =
        account.isPresent()
            ? known(invitation, account.get(), wanted, request)
            : someoneNew(invitation, wanted);
    return new Joined(
        TypeId.of("per", joined),
        TypeId.of("org", invitation.organisation()),
        invitation.role().code());
  }

  /// An invitation is no proof of who someone is: it may come from anybody with an organisation.
  private UUID known(
      Invitations.Invitation invitation,
      SignIn.Account account,
      Acceptance wanted,
      HttpServletRequest request) {
    if (account.hash() == null) {
      throw Problem.conflict(
          "password_missing",
          "You have no password yet. Set one with your token: POST /api/v1/me/password.");
    }
    String password = wanted.password() == null ? "" : wanted.password();
    SignIn.Known known =
        signIn.prove(account.email(), password, SessionCookie.networkAddress(request));
    return invitations.accept(
        invitation, Optional.of(known.person()), person(account.name(), invitation), "");
  }

  private UUID someoneNew(Invitations.Invitation invitation, Acceptance wanted) {
    Fields fields = new Fields();
    String name = fields.name("/name", wanted.name());
    String password = fields.password("/password", wanted.password(), invitation.email());
    fields.done();
    return invitations.accept(
        invitation, Optional.empty(), person(name, invitation), passwords.hash(password));
  }

  private static Organisations.Person person(String name, Invitations.Invitation invitation) {
    return new Organisations.Person(name, invitation.email(), "en", null);
  }

  private static InvitationView view(Invitations.Invitation invitation, @Nullable String secret) {
    return new InvitationView(
        TypeId.of("ivt", invitation.id()),
        invitation.email(),
        invitation.role().code(),
        TypeId.of("per", invitation.by()),
        invitation.made(),
        invitation.expires(),
        invitation.state(),
        secret);
  }
}
