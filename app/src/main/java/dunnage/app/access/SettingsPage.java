package dunnage.app.access;

import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who belongs to the organisation, and who is asked to.
@Page
class SettingsPage {

  private static final int PEOPLE = 200;
  private static final String HERE = "redirect:/settings?done=";

  private final Access access;
  private final PeopleApi people;
  private final InvitationsApi invitations;
  private final Days days;
  private final Wrongs wrongs;

  SettingsPage(
      Access access, PeopleApi people, InvitationsApi invitations, Days days, Wrongs wrongs) {
    this.access = access;
    this.people = people;
    this.invitations = invitations;
    this.days = days;
    this.wrongs = wrongs;
  }

  @GetMapping("/settings")
  String settings(Model model) {
    return shown(null, List.of(), model);
  }

  private String shown(@Nullable String secret, List<String> errors, Model model) {
    Actor actor = access.require(Permission.READ);
    boolean may = actor.may(Permission.ADMINISTER);
    model.addAttribute("people", people.list(false, PEOPLE, null).data());
    model.addAttribute("me", TypeId.of("per", actor.person()));
    model.addAttribute("roles", Arrays.stream(Role.values()).map(Role::code).toList());
    model.addAttribute("mayAdminister", may);
    model.addAttribute(
        "invitations",
        may
            ? invitations.list(PEOPLE, null).data().stream()
                .filter(one -> one.state().equals("open"))
                .toList()
            : List.of());
    model.addAttribute("days", days.here());
    model.addAttribute("secret", secret);
    model.addAttribute("errors", errors);
    return "settings";
  }

  @PostMapping("/settings/invitations")
  String invite(
      @RequestParam(name = "email", defaultValue = "") String email,
      @RequestParam(name = "role", defaultValue = "") String role,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    access.require(Permission.ADMINISTER);
    AtomicReference<@Nullable String> secret = new AtomicReference<>();
    List<String> errors =
        wrongs.in(
            () ->
                secret.set(
                    invitations
                        .invite(new InvitationsApi.NewInvitation(email, role), request)
                        .secret()),
            locale);
    String address = request.getRequestURL().toString().replaceFirst("/settings/.*$", "");
    return shown(errors.isEmpty() ? address + "/join?secret=" + secret.get() : null, errors, model);
  }

  @PostMapping("/settings/invitations/{id}/withdraw")
  String withdraw(@PathVariable("id") String id, Locale locale, Model model) {
    access.require(Permission.ADMINISTER);
    List<String> errors = wrongs.in(() -> invitations.withdraw(id), locale);
    return errors.isEmpty() ? HERE + "invitation-withdrawn" : shown(null, errors, model);
  }

  @PostMapping("/settings/people/{id}")
  String change(
      @PathVariable("id") String id,
      @RequestParam(name = "seen", defaultValue = "0") int seen,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "role", defaultValue = "") String role,
      Locale locale,
      Model model) {
    access.require(Permission.ADMINISTER);
    List<String> errors =
        wrongs.in(
            () -> people.change(id, Versions.tag(seen), new PeopleApi.PersonChange(name, role)),
            locale);
    return errors.isEmpty() ? HERE + "saved" : shown(null, errors, model);
  }

  /// Ends a membership. Whoever ends their own is asked to sign in next, and cannot.
  @PostMapping("/settings/people/{id}/end")
  String end(@PathVariable("id") String id, Locale locale, Model model) {
    access.require(Permission.ADMINISTER);
    List<String> errors = wrongs.in(() -> people.end(id), locale);
    return errors.isEmpty() ? HERE + "person-ended" : shown(null, errors, model);
  }
}
