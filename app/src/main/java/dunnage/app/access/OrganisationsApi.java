package dunnage.app.access;

import dunnage.app.access.NewOrganisation.Owner;
import dunnage.app.platform.Problem;
import dunnage.app.platform.SetupKey;
import dunnage.app.platform.TypeId;
import dunnage.kernel.money.Currency;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Adding an organisation: with the key in the server's data folder, since nobody is signed in yet.
@RestController
class OrganisationsApi {

  private static final String SCHEME = "Setup ";
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}\\.[^@\\s.]{2,}");
  private static final Set<String> KINDS = Set.of("creditor", "financier");
  private static final Set<String> LANGUAGES = Set.of("en", "zh", "ru");
  private static final int LONGEST_NAME = 200;

  /// @param token of the owner, shown once
  record Added(String id, String name, String owner, String token) {}

  private final Organisations organisations;
  private final SetupKey key;

  OrganisationsApi(Organisations organisations, SetupKey key) {
    this.organisations = organisations;
    this.key = key;
  }

  @PostMapping("/api/v1/organisations")
  @ResponseStatus(HttpStatus.CREATED)
  Added add(
      @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
      @RequestBody NewOrganisation wanted) {
    if (!authorization.startsWith(SCHEME)
        || !key.matches(authorization.substring(SCHEME.length()).strip())) {
      throw new Problem(
          HttpStatus.UNAUTHORIZED,
          "setup_key_wrong",
          "Adding an organisation needs the key in the file setup-key of the server's data folder: "
              + "Authorization: Setup <key>. On that machine: dunnage organisations create.");
    }
    check(wanted);
    Owner owner = Objects.requireNonNull(wanted.owner());
    Organisations.Added added =
        organisations.add(
            text(wanted.name()),
            wanted.kind() == null ? "creditor" : wanted.kind(),
            text(wanted.baseCurrency()),
            wanted.timeZone() == null ? "UTC" : wanted.timeZone(),
            new Organisations.Person(
                text(owner.name()),
                text(owner.email()),
                owner.language() == null ? "en" : owner.language(),
                owner.password()));
    return new Added(
        org(added.organisation()),
        text(wanted.name()),
        TypeId.of("per", added.owner()),
        added.token());
  }

  private static String org(UUID id) {
    return TypeId.of("org", id);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }

  private static void check(NewOrganisation wanted) {
    List<Problem.Wrong> wrong = new ArrayList<>();
    name("/name", wanted.name(), wrong);
    if (wanted.kind() != null && !KINDS.contains(wanted.kind())) {
      wrong.add(new Problem.Wrong("/kind", "is " + wanted.kind(), "Write creditor or financier."));
    }
    Currency base = Currency.find(text(wanted.baseCurrency()));
    if (base == null || base.equals(Currency.NONE)) {
      wrong.add(
          new Problem.Wrong("/base_currency", "is no ISO 4217 currency", "Write it like CNY."));
    }
    zone(wanted.timeZone(), wrong);
    Owner owner = wanted.owner();
    if (owner == null) {
      wrong.add(
          new Problem.Wrong("/owner", "is missing", "Give {\"name\":\"…\",\"email\":\"…\"}."));
    } else {
      name("/owner/name", owner.name(), wrong);
      if (!EMAIL.matcher(text(owner.email())).matches()) {
        wrong.add(
            new Problem.Wrong("/owner/email", "is no address", "Write it like li.na@example.com."));
      }
      if (owner.language() != null && !LANGUAGES.contains(owner.language())) {
        wrong.add(new Problem.Wrong("/owner/language", "is not known", "Write en, zh or ru."));
      }
      if (owner.password() != null) {
        Passwords.wrong("/owner/password", owner.password(), text(owner.email()))
            .ifPresent(wrong::add);
      }
    }
    if (!wrong.isEmpty()) {
      throw Problem.invalid(wrong);
    }
  }

  private static void name(String pointer, @Nullable String name, List<Problem.Wrong> wrong) {
    String given = text(name);
    if (given.isEmpty() || given.length() > LONGEST_NAME) {
      wrong.add(new Problem.Wrong(pointer, "is empty or too long", "Give 1 to 200 characters."));
    }
  }

  private static void zone(@Nullable String zone, List<Problem.Wrong> wrong) {
    try {
      ZoneId ignored = ZoneId.of(zone == null ? "UTC" : zone);
    } catch (DateTimeException unknown) {
      wrong.add(new Problem.Wrong("/time_zone", "is no time zone", "Write it like Asia/Shanghai."));
    }
  }
}
