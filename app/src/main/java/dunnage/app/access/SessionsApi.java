package dunnage.app.access;

import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in with a browser, and where one is signed in.
@RestController
class SessionsApi {

  /// @param organisation `org_…`; needed by those who belong to several
  record NewSession(
      @Nullable String email, @Nullable String password, @Nullable String organisation) {}

  record Begun(String id, String person, String organisation, Instant expiresAt) {}

  record Move(@Nullable String organisation) {}

  /// @param current whether it is the one that asks
  record SessionView(
      String id,
      String organisation,
      String browser,
      String address,
      Instant createdAt,
      Instant expiresAt,
      boolean current) {}

  private final Access access;
  private final SignIn signIn;
  private final Sessions sessions;

  SessionsApi(Access access, SignIn signIn, Sessions sessions) {
    this.access = access;
    this.signIn = signIn;
    this.sessions = sessions;
  }

  @Operation(
      operationId = "signIn",
      summary = "Signs in by address and password: sets the session's cookie.")
  @PostMapping("/api/v1/sessions")
  ResponseEntity<Begun> begin(@RequestBody NewSession wanted, HttpServletRequest request) {
    String organisation = Fields.text(wanted.organisation());
    return begin(wanted, person -> signIn.chosen(person, organisation), request);
  }

  /// @param chosen which of a person's organisations
  ResponseEntity<Begun> begin(
      NewSession wanted, UnaryOperator<UUID> chosen, HttpServletRequest request) {
    if (SessionCookie.fromElsewhere(request)) {
      throw Doors.crossSite();
    }
    String email = Fields.text(wanted.email());
    String password = wanted.password() == null ? "" : wanted.password();
    String from = SessionCookie.networkAddress(request);
    SignIn.Known known = signIn.prove(email, password, from);
    UUID organisation = chosen.apply(known.person());
    Sessions.Begun begun = signIn.begin(known, organisation, place(request));
    // whoever was signed in here before is no longer
    SessionCookie.read(request)
        .flatMap(sessions::find)
        .ifPresent(before -> sessions.end(before.person(), before.id()));
    return answer(HttpStatus.CREATED, begun, known.person(), organisation, request);
  }

  @Operation(
      operationId = "changeOrganisation",
      summary = "Goes on in another organisation: the cookie is a new one.")
  @PostMapping("/api/v1/sessions/current/organisation")
  ResponseEntity<Begun> move(@RequestBody Move wanted, HttpServletRequest request) {
    Sessions.Session session = current(request).orElseThrow(SessionsApi::none);
    String organisation = Fields.text(wanted.organisation());
    if (organisation.isEmpty()) {
      throw Problem.invalid("/organisation", "is missing", "Give the id of one of yours, org_….");
    }
    UUID to = signIn.chosen(session.person(), organisation);
    Sessions.Begun begun = signIn.move(session, to, place(request));
    return answer(HttpStatus.OK, begun, session.person(), to, request);
  }

  @Operation(operationId = "listSessions", summary = "Where one is signed in.")
  @GetMapping("/api/v1/sessions")
  Listing<SessionView> list(HttpServletRequest request) {
    Actor actor = access.inPerson();
    Optional<UUID> current = current(request).map(Sessions.Session::id);
    List<SessionView> rows =
        sessions.list(actor.person()).stream()
            .map(
                row ->
                    new SessionView(
                        TypeId.of("ses", row.id()),
                        TypeId.of("org", row.organisation()),
                        row.place().browser(),
                        row.place().address(),
                        row.created(),
                        row.expires(),
                        current.equals(Optional.of(row.id()))))
            .toList();
    return new Listing<>(rows, false, null);
  }

  @Operation(operationId = "signOut", summary = "Signs out here.")
  @DeleteMapping("/api/v1/sessions/current")
  ResponseEntity<Void> signOut(HttpServletRequest request) {
    Sessions.Session session = current(request).orElseThrow(SessionsApi::none);
    boolean ignored = sessions.end(session.person(), session.id());
    return ResponseEntity.noContent()
        .header(HttpHeaders.SET_COOKIE, SessionCookie.clear(request))
        .build();
  }

  @Operation(operationId = "endSession", summary = "Signs out somewhere else.")
  @DeleteMapping("/api/v1/sessions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable("id") String id) {
    Actor actor = access.inPerson();
    if (!sessions.end(actor.person(), TypeId.parse("ses", id))) {
      throw none();
    }
  }

  private Optional<Sessions.Session> current(HttpServletRequest request) {
    return SessionCookie.wayIn(request).flatMap(sessions::find);
  }

  private static Problem none() {
    return Problem.notFound("session");
  }

  private static Sessions.Place place(HttpServletRequest request) {
    String browser = request.getHeader(HttpHeaders.USER_AGENT);
    return new Sessions.Place(
        browser == null ? "" : browser, SessionCookie.networkAddress(request));
  }

  private static ResponseEntity<Begun> answer(
      HttpStatus status,
      Sessions.Begun begun,
      UUID person,
      UUID organisation,
      HttpServletRequest request) {
    return ResponseEntity.status(status)
        .header(HttpHeaders.SET_COOKIE, SessionCookie.set(request, begun.secret()))
        .body(
            new Begun(
                TypeId.of("ses", begun.id()),
                TypeId.of("per", person),
                TypeId.of("org", organisation),
                begun.expires()));
  }
}
