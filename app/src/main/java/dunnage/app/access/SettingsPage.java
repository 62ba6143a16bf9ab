package dunnage.app.access;

import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import dunnage.app.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who belongs to the organisation, and what it is.
@Page
class SettingsPage {

  private static final int PEOPLE = 200;

  private final Access access;
  private final PeopleApi people;
  private final InvitationsApi invitations;
  private final Wrongs wrongs;

  SettingsPage(Access access, PeopleApi people, InvitationsApi invitations, Wrongs wrongs) {
    this.access = access;
    this.people = people;
    this.invitations = invitations;
    this.wrongs = wrongs;
  }

  @GetMapping("/settings")
  String settings(Model model) {
    return shown(null, null, model);
  }

  private String shown(@Nullable String secret, @Nullable String error, Model model) {
    model.addAttribute("people", people.list(false, PEOPLE, null).data());
    model.addAttribute("roles", Arrays.stream(Role.values()).map(Role::code).toList());
    model.addAttribute("mayAdminister", access.actor().may(Permission.ADMINISTER));
    model.addAttribute("secret", secret);
    model.addAttribute("error", error);
    return "settings";
  }

  @PostMapping("/settings/invitations")
  String invite(
      @RequestParam(name = "email", defaultValue = "") String email,
      @RequestParam(name = "role", defaultValue = "") String role,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    try {
      var made = invitations.invite(new InvitationsApi.NewInvitation(email, role), request);
      String address = request.getRequestURL().toString().replaceFirst("/settings/.*$", "");
      return shown(address + "/join?secret=" + made.secret(), null, model);
    } catch (Problem no) {
      List<String> said = wrongs.of(no, locale);
      return shown(null, String.join(" ", said), model);
    }
  }
}
