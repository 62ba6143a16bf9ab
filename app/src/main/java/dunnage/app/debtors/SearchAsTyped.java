package dunnage.app.debtors;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import java.util.List;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The few debtors that someone who still types may mean: for the palette of pages, and no part of
/// the API, which has `/api/v1/debtors?q=`.
@RestController
class SearchAsTyped {

  private static final int MOST = 8;

  record Found(String id, String name, String number, String country) {}

  private final Access access;
  private final DebtorPages debtors;

  SearchAsTyped(Access access, DebtorPages debtors) {
    this.access = access;
    this.debtors = debtors;
  }

  @GetMapping(path = "/search.json", produces = "application/json")
  List<Found> search(@RequestParam(name = "q", defaultValue = "") String q) {
    access.require(Permission.READ);
    if (q.isBlank()) {
      return List.of();
    }
    return debtors.search(q, MOST).stream()
        .map(
            one ->
                new Found(
                    one.id(),
                    one.name(),
                    Objects.requireNonNullElse(one.number(), ""),
                    one.country()))
        .toList();
  }
}
