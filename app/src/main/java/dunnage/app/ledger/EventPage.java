package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.desk.Page;
import dunnage.app.desk.Wrongs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Something that was noted: seen, taken back; a dispute is ended here.
@Page
class EventPage {

  private final Access access;
  private final EventsApi api;
  private final DisputesApi disputes;
  private final Wrongs wrongs;

  EventPage(Access access, EventsApi api, DisputesApi disputes, Wrongs wrongs) {
    this.access = access;
    this.api = api;
    this.disputes = disputes;
    this.wrongs = wrongs;
  }

  @GetMapping("/events/{id}")
  String one(@PathVariable("id") String id, Locale locale, Model model) {
    return shown(id, List.of(), locale, model);
  }

  private String shown(String id, List<String> errors, Locale locale, Model model) {
    EventView one = read(id);
    model.addAttribute("e", one);
    model.addAttribute("kind", wrongs.known("event." + one.kind(), "fact.other", locale));
    model.addAttribute("dispute", one.kind().equals(Events.DISPUTE) && one.closed() == null);
    model.addAttribute("mayNote", access.actor().may(Permission.NOTE));
    model.addAttribute("errors", errors);
    return "event";
  }

  private EventView read(String id) {
    return Objects.requireNonNull(api.one(id).getBody());
  }

  @PostMapping("/events/{id}/withdraw")
  String withdraw(
      @PathVariable("id") String id,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      Locale locale,
      Model model) {
    String debtor = read(id).debtor().id();
    List<String> errors = wrongs.in(() -> api.withdraw(id, new OrdersApi.Reason(reason)), locale);
    return errors.isEmpty()
        ? "redirect:/debtors/" + debtor + "?done=withdrawn"
        : shown(id, errors, locale, model);
  }

  @PostMapping("/events/{id}/close")
  String close(
      @PathVariable("id") String id,
      @RequestParam(name = "on", defaultValue = "") String on,
      @RequestParam(name = "outcome", defaultValue = "") String outcome,
      Locale locale,
      Model model) {
    List<String> errors = new ArrayList<>();
    LocalDate ended = wrongs.day(on, errors, locale);
    if (errors.isEmpty()) {
      errors.addAll(
          wrongs.in(() -> disputes.close(id, new DisputesApi.Ending(ended, outcome)), locale));
    }
    return errors.isEmpty()
        ? "redirect:/events/" + id + "?done=dispute-ended"
        : shown(id, errors, locale, model);
  }
}
