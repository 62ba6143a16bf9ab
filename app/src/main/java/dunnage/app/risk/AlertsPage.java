package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.desk.Page;
import dunnage.app.desk.Phrasebook;
import dunnage.app.desk.Reader;
import dunnage.app.platform.Listing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who gets worse, or better, since when.
@Page
class AlertsPage {

  record Chip(String href, String key, boolean here) {}

  private final Access access;
  private final AlarmLists lists;
  private final AlarmsApi alarms;
  private final Phrasebook phrases;

  AlertsPage(Access access, AlarmLists lists, AlarmsApi alarms, Phrasebook phrases) {
    this.phrases = phrases;
    this.access = access;
    this.lists = lists;
    this.alarms = alarms;
  }

  @GetMapping("/alerts")
  String list(
      @RequestParam(name = "show", defaultValue = "worse") String show,
      @RequestParam(name = "after", required = false) @Nullable String after,
      @ModelAttribute("reader") Reader reader,
      Locale locale,
      Model model) {
    access.require(Permission.READ);
    Listing<AlarmLists.AlarmView> page =
        switch (show) {
          case "better" -> lists.list("open", "better", null, null, after);
          case "seen" -> lists.list("acknowledged", null, null, null, after);
          case "gone" -> lists.list("gone", null, null, null, after);
          default -> lists.list("open", "worse", null, null, after);
        };
    model.addAttribute(
        "alarms",
        page.data().stream()
            .map(alarm -> alarm.awake(reader.today()))
            .map(alarm -> alarm.said(english -> phrases.say(english, locale)))
            .toList());
    model.addAttribute(
        "chips",
        List.of("worse", "better", "seen", "gone").stream()
            .map(one -> new Chip("/alerts?show=" + one, "alerts." + one, one.equals(show)))
            .toList());
    model.addAttribute("mayNote", access.actor().may(Permission.NOTE));
    model.addAttribute(
        "next",
        page.next() == null
            ? null
            : "/alerts?show=%s&after=%s"
                .formatted(
                    URLEncoder.encode(show, StandardCharsets.UTF_8),
                    URLEncoder.encode(page.next(), StandardCharsets.UTF_8)));
    return "alerts";
  }

  @PostMapping("/alerts/{id}/snooze")
  String snooze(@PathVariable("id") String id) {
    Object ignored = alarms.snooze(id, new AlarmsApi.Snooze(null));
    return "redirect:/alerts";
  }

  @PostMapping("/alerts/{id}/wake")
  String wake(@PathVariable("id") String id) {
    Object ignored = alarms.wake(id);
    return "redirect:/alerts";
  }

  @PostMapping("/alerts/{id}")
  String seen(
      @PathVariable("id") String id, @RequestParam(name = "note", defaultValue = "") String note) {
    Object ignored = alarms.acknowledge(id, new AlarmsApi.Acknowledgement(note));
    return "redirect:/alerts";
  }
}
