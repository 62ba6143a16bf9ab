package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.desk.Page;
import dunnage.app.desk.Phrasebook;
import dunnage.app.desk.Reader;
import java.util.Locale;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Tasks done, put off, given away; and all of today's as a list to call down, also on paper.
@Page
class TaskPage {

  private static final int CALLS = 40;

  private final Access access;
  private final TasksApi api;
  private final TaskRows rows;
  private final Phrasebook phrases;

  TaskPage(Access access, TasksApi api, TaskRows rows, Phrasebook phrases) {
    this.access = access;
    this.api = api;
    this.rows = rows;
    this.phrases = phrases;
  }

  @GetMapping("/calls")
  String calls(@ModelAttribute("reader") Reader reader, Locale locale, Model model) {
    access.require(Permission.READ);
    model.addAttribute(
        "tasks", rows.standing(reader.today(), CALLS, english -> phrases.say(english, locale)));
    return "calls";
  }

  /// @param from the page that one comes back to: `debtor`, else Today
  @PostMapping("/tasks/{id}")
  String mark(
      @PathVariable("id") String id,
      @RequestParam(name = "state", defaultValue = "") String state,
      @RequestParam(name = "person", defaultValue = "") String person,
      @RequestParam(name = "from", defaultValue = "") String from) {
    boolean delegated = state.equals(TaskTable.DELEGATED);
    Object ignored = api.mark(id, new TasksApi.NewMark(state, null, delegated ? person : null));
    String back = from.equals("debtor") ? "/debtors/" + id : "/";
    return "redirect:" + back + "?done=task-" + state + "&made=" + id;
  }

  /// A task again.
  @PostMapping("/tasks/{id}/withdraw")
  String reopen(@PathVariable("id") String id) {
    api.reopen(id);
    return "redirect:/?done=task-again";
  }
}
