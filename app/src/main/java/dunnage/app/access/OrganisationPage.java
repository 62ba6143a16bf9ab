package dunnage.app.access;

import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the organisation is called, in which currency and by which clock it reckons; and going on
/// in another one.
@Page
class OrganisationPage {

  /// Those of places, and neither abbreviations nor offsets.
  private static final Pattern PLACE =
      Pattern.compile("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*");

  private final Access access;
  private final OrganisationApi organisation;
  private final SessionsApi sessions;
  private final SignIn signIn;
  private final Wrongs wrongs;

  OrganisationPage(
      Access access,
      OrganisationApi organisation,
      SessionsApi sessions,
      SignIn signIn,
      Wrongs wrongs) {
    this.access = access;
    this.organisation = organisation;
    this.sessions = sessions;
    this.signIn = signIn;
    this.wrongs = wrongs;
  }

  @GetMapping("/settings/organisation")
  String settings(Model model) {
    return shown(List.of(), model);
  }

  private String shown(List<String> errors, Model model) {
    model.addAttribute("o", Objects.requireNonNull(organisation.own().getBody()));
    model.addAttribute("mayAdminister", access.actor().may(Permission.ADMINISTER));
    model.addAttribute(
        "zones",
        ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> PLACE.matcher(zone).matches())
            .sorted()
            .toList());
    model.addAttribute("errors", errors);
    return "settings-organisation";
  }

  @PostMapping("/settings/organisation")
  String change(
      @RequestParam(name = "seen", defaultValue = "0") int seen,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "currency", defaultValue = "") String currency,
      @RequestParam(name = "zone", defaultValue = "") String zone,
      Locale locale,
      Model model) {
    access.require(Permission.ADMINISTER);
    var change =
        new OrganisationApi.OrganisationChange(
            name, currency.strip().toUpperCase(Locale.ROOT), zone);
    List<String> errors = wrongs.in(() -> organisation.change(Versions.tag(seen), change), locale);
    return errors.isEmpty() ? "redirect:/settings/organisation?done=saved" : shown(errors, model);
  }

  /// In which of a person's organisations to go on. Each is asked for its name, so this has no
  /// transaction of its own.
  @GetMapping("/settings/organisations")
  String choose(Model model) {
    Actor actor = access.actor();
    model.addAttribute("choices", signIn.choices(actor.person()));
    model.addAttribute("current", TypeId.of("org", actor.organisation()));
    return "settings-organisations";
  }

  @PostMapping("/settings/organisations")
  String move(
      @RequestParam(name = "to", defaultValue = "") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    @Nullable String cookie =
        sessions
            .move(new SessionsApi.Move(to), request)
            .getHeaders()
            .getFirst(HttpHeaders.SET_COOKIE);
    response.addHeader(HttpHeaders.SET_COOKIE, cookie);
    return "redirect:/?done=moved";
  }
}
