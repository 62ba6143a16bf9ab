package dunnage.app.access;

import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Tokens for programs: made, seen once, revoked.
@Page
class TokensPage {

  private static final int MOST = 200;
  private static final List<Integer> GOOD_FOR = List.of(30, 90, 180, 365);

  private final Access access;
  private final TokensApi tokens;
  private final PeopleApi people;
  private final Days days;
  private final Clock clock;
  private final Wrongs wrongs;

  TokensPage(
      Access access, TokensApi tokens, PeopleApi people, Days days, Clock clock, Wrongs wrongs) {
    this.access = access;
    this.tokens = tokens;
    this.people = people;
    this.days = days;
    this.clock = clock;
    this.wrongs = wrongs;
  }

  @GetMapping("/settings/tokens")
  String list(Model model) {
    return shown(null, List.of(), "", model);
  }

  private String shown(@Nullable String secret, List<String> errors, String name, Model model) {
    Actor actor = access.inPerson();
    Instant now = clock.instant();
    List<TokensApi.TokenView> good =
        tokens.list(MOST, null).data().stream()
            .filter(one -> one.revokedAt() == null && one.expiresAt().isAfter(now))
            .toList();
    Map<String, String> names =
        people.list(true, MOST, null).data().stream()
            .collect(Collectors.toMap(PeopleApi.PersonView::id, PeopleApi.PersonView::name));
    model.addAttribute("tokens", good);
    model.addAttribute("names", names);
    model.addAttribute("days", days.here());
    model.addAttribute(
        "scopes",
        Arrays.stream(Scope.values())
            .filter(scope -> scope.mayBeGivenBy(actor))
            .map(Scope::code)
            .toList());
    model.addAttribute("lasts", GOOD_FOR);
    model.addAttribute("typed", name);
    model.addAttribute("secret", secret);
    model.addAttribute("errors", errors);
    return "settings-tokens";
  }

  @PostMapping("/settings/tokens")
  String make(
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "scopes", required = false) @Nullable List<String> scopes,
      @RequestParam(name = "days", defaultValue = "90") int lasts,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    AtomicReference<@Nullable String> secret = new AtomicReference<>();
    Instant until = clock.instant().plus(Duration.ofDays(lasts));
    List<String> errors =
        wrongs.in(
            () ->
                secret.set(
                    tokens.make(new TokensApi.NewToken(name, scopes, until), request).token()),
            locale);
    return shown(secret.get(), errors, errors.isEmpty() ? "" : name, model);
  }

  @PostMapping("/settings/tokens/{id}/revoke")
  String revoke(@PathVariable("id") String id, Locale locale, Model model) {
    List<String> errors = wrongs.in(() -> tokens.revoke(id), locale);
    return errors.isEmpty()
        ? "redirect:/settings/tokens?done=token-revoked"
        : shown(null, errors, "", model);
  }
}
