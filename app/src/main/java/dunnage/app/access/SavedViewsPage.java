package dunnage.app.access;

import dunnage.app.desk.ListAddress;
import dunnage.app.desk.Page;
import dunnage.app.platform.Problem;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Keeps what one chose of a list, and forgets it.
@Page
class SavedViewsPage {

  private final Access access;
  private final SavedViews views;

  SavedViewsPage(Access access, SavedViews views) {
    this.access = access;
    this.views = views;
  }

  @PostMapping("/views")
  String save(
      @RequestParam("page") String page,
      @RequestParam(name = "name", defaultValue = "") String name,
      @RequestParam(name = "query", defaultValue = "") String query) {
    Actor ignored = access.require(Permission.READ);
    ListAddress what = ListAddress.read(ListAddress.Of.code(page), query);
    String called = name.strip();
    if (called.isEmpty()
        || called.length() > SavedViews.LONGEST_NAME
        || called.chars().anyMatch(Character::isISOControl)) {
      throw Problem.invalid("name", "is no name", "Give 1 to 60 characters.");
    }
    views.save(called, what);
    return "redirect:" + told(what, "view-saved");
  }

  @PostMapping("/views/{id}/remove")
  String remove(@PathVariable("id") String id) {
    Actor ignored = access.require(Permission.READ);
    return "redirect:" + told(ListAddress.of(views.remove(id)), "view-removed");
  }

  private static String told(ListAddress where, String done) {
    return where.href() + (where.query().isEmpty() ? "?" : "&") + "done=" + done;
  }
}
