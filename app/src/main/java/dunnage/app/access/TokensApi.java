package dunnage.app.access;

import dunnage.app.evidence.EvidenceLog;
import dunnage.app.platform.Cursor;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.ShownOnce;
import dunnage.app.platform.TypeId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/// Tokens for programs. A token acts as the person who made it, within its scopes.
@RestController
class TokensApi {

  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Duration USUAL = Duration.ofDays(90);

  /// @param expiresAt 90 days from now when left out; a year at most
  record NewToken(
      @Nullable String name, @Nullable List<String> scopes, @Nullable Instant expiresAt) {}

  /// @param token the token itself, in the answer to its making alone
  record TokenView(
      String id,
      String person,
      String name,
      List<String> scopes,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant revokedAt,
      @Nullable Instant lastUsedAt,
      @Nullable String token) {}

  private final Access access;
  private final Tokens tokens;
  private final EvidenceLog log;
  private final Clock clock;

  TokensApi(Access access, Tokens tokens, EvidenceLog log, Clock clock) {
    this.access = access;
    this.tokens = tokens;
    this.log = log;
    this.clock = clock;
  }

  @Operation(
      operationId = "listTokens",
      summary = "Tokens, also revoked ones: everybody's for an owner, else one's own.")
  @GetMapping("/api/v1/tokens")
  Listing<TokenView> list(
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Actor actor = access.inPerson();
    int most = Listing.limit(limit);
    Optional<UUID> whose =
        actor.may(Permission.ADMINISTER) ? Optional.empty() : Optional.of(actor.person());
    List<TokenView> rows =
        tokens.list(whose, Optional.of(PeopleApi.place("tok", after)), most + 1).stream()
            .map(token -> view(token, null))
            .toList();
    return Listing.of(rows, most, token -> Cursor.of(token.id()));
  }

  @Operation(
      operationId = "makeToken",
      summary = "Makes a token that may do no more than its maker; it is shown this once.")
  @PostMapping("/api/v1/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  TokenView make(@RequestBody NewToken wanted, HttpServletRequest request) {
    Actor actor = access.inPerson();
    Fields fields = new Fields();
    String name = fields.name("/name", wanted.name());
    Set<Scope> scopes = scopes(wanted.scopes(), fields);
    Instant now = clock.instant();
    Instant expires = wanted.expiresAt() == null ? now.plus(USUAL) : wanted.expiresAt();
    if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
      fields.wrong("/expires_at", "is past or too far away", "Give an instant within a year.");
    }
    fields.done();
    for (Scope scope : scopes) {
      if (!scope.mayBeGivenBy(actor)) {
        throw Problem.forbidden("You may not do what the scope " + scope.code() + " allows.");
      }
    }
    Tokens.Made made = tokens.make(actor.person(), name, scopes, expires);
    log.append(
        "token.made",
        TypeId.of("tok", made.id()),
        Map.of("scopes", Scope.written(scopes), "expires_at", expires.toString()));
    Tokens.Row row = tokens.find(made.id()).orElseThrow();
    ShownOnce.keep(request, view(row, null));
    return view(row, made.text());
  }

  private static Set<Scope> scopes(@Nullable List<String> given, Fields fields) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    if (given == null || given.isEmpty()) {
      fields.wrong(
          "/scopes", "is empty", "Give one or more of read, orders, import, write, admin.");
      return scopes;
    }
    for (int i = 0; i < given.size(); i++) {
      Optional<Scope> scope = Scope.of(Fields.text(given.get(i)));
      if (scope.isEmpty()) {
        fields.wrong("/scopes/" + i, "is no scope", "Write read, orders, import, write or admin.");
      }
      scope.ifPresent(scopes::add);
    }
    return scopes;
  }

  @Operation(operationId = "revokeToken", summary = "Revokes a token; it stops at once.")
  @DeleteMapping("/api/v1/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(@PathVariable("id") String id) {
    Actor actor = access.inPerson();
    Tokens.Row token =
        tokens
            .find(TypeId.parse("tok", id))
            .filter(t -> actor.may(Permission.ADMINISTER) || t.person().equals(actor.person()))
            .orElseThrow(() -> Problem.notFound("token"));
    if (tokens.revoke(token.id())) {
      log.append("token.revoked", id, Map.of("person", TypeId.of("per", token.person())));
    }
  }

  private static TokenView view(Tokens.Row token, @Nullable String text) {
    return new TokenView(
        TypeId.of("tok", token.id()),
        TypeId.of("per", token.person()),
        token.name(),
        token.scopes().stream().map(Scope::code).sorted().toList(),
        token.made(),
        token.expires(),
        token.revoked().orElse(null),
        token.lastUsed().orElse(null),
        text);
  }
}
