package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import dunnage.app.platform.Versions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// When a reminder is a task, and whether letters may be opened in mail.
@Page
class DeskRulesPage {

  private final Access access;
  private final DeskRulesApi api;
  private final Wrongs wrongs;

  DeskRulesPage(Access access, DeskRulesApi api, Wrongs wrongs) {
    this.access = access;
    this.api = api;
    this.wrongs = wrongs;
  }

  @GetMapping("/settings/desk")
  String rules(Model model) {
    return shown(List.of(), model);
  }

  private String shown(List<String> errors, Model model) {
    model.addAttribute("rules", Objects.requireNonNull(api.now().getBody()));
    model.addAttribute("mayAdminister", access.actor().may(Permission.ADMINISTER));
    model.addAttribute("errors", errors);
    return "settings-desk";
  }

  /// @param days a number; anything else is refused as too much
  @PostMapping("/settings/desk")
  String set(
      @RequestParam(name = "seen", defaultValue = "0") int seen,
      @RequestParam(name = "days", defaultValue = "") String days,
      @RequestParam(name = "mail", defaultValue = "false") boolean mail,
      Locale locale,
      Model model) {
    int late = days.strip().matches("[0-9]{1,4}") ? Integer.parseInt(days.strip()) : -1;
    List<String> errors =
        wrongs.in(() -> api.set(Versions.tag(seen), new DeskRulesApi.NewRules(late, mail)), locale);
    return errors.isEmpty() ? "redirect:/settings/desk?done=saved" : shown(errors, model);
  }
}
