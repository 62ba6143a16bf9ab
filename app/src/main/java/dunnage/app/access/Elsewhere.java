package dunnage.app.access;

import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/// The organisations of whoever is signed in: one more is founded, with them as its owner, and they
/// go on in another. Each is asked in a transaction of its own, so none may be open.
@Component
public class Elsewhere {

  /// @param founded when it was added here
  /// @param sampleOf whose sample it is; null: it is no sample
  public record Place(UUID id, String name, Instant founded, @Nullable UUID sampleOf) {}

  private static final String ONE =
      "SELECT name, created_at, sample_of FROM organisation WHERE org_id = :org";

  private final Access access;
  private final SignIn signIn;
  private final SessionsApi sessions;
  private final Organisations organisations;
  private final Tenancy tenancy;

  Elsewhere(
      Access access,
      SignIn signIn,
      SessionsApi sessions,
      Organisations organisations,
      Tenancy tenancy) {
    this.access = access;
    this.signIn = signIn;
    this.sessions = sessions;
    this.organisations = organisations;
    this.tenancy = tenancy;
  }

  /// All that they belong to.
  public List<Place> mine() {
    return signIn.choices(access.inPerson().person()).stream()
        .map(choice -> place(TypeId.parse("org", choice.id())))
        .toList();
  }

  private Place place(UUID id) {
    return tenancy.in(
        id,
        () ->
            tenancy
                .sql(ONE)
                .query(
                    (row, n) ->
                        new Place(
                            id,
                            row.getString("name"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            row.getObject("sample_of", UUID.class)))
                .single());
  }

  /// A sample of theirs, with them as its owner.
  ///
  /// @param zone IANA
  public Place foundSample(String name, String currency, String zone) {
    SignIn.Account owner = signIn.account(access.inPerson().person());
    return place(organisations.addSample(owner, name, currency, zone));
  }

  /// Goes on in one of theirs: the cookie is a new one.
  public void goOn(UUID id, HttpServletRequest request, HttpServletResponse response) {
    var moved = sessions.move(new SessionsApi.Move(TypeId.of("org", id)), request);
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        Objects.requireNonNull(moved.getHeaders().getFirst(HttpHeaders.SET_COOKIE)));
  }
}
