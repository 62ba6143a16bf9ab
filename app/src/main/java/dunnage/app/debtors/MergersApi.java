package dunnage.app.debtors;

import dunnage.app.access.Access;
import dunnage.app.access.Permission;
import dunnage.app.debtors.DebtorLists.Ref;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import dunnage.app.platform.Versions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Two records of one debtor made one, and that undone.
@RestController
class MergersApi {

  /// @param into `deb_…`, the record that stays
  record Merger(@Nullable String into, @Nullable String reason) {}

  record Parting(@Nullable String reason) {}

  private final Access access;
  private final Debtors door;
  private final DebtorTable debtors;
  private final DebtorLists lists;
  private final Merging merging;

  MergersApi(Access access, Debtors door, DebtorTable debtors, DebtorLists lists, Merging merging) {
    this.access = access;
    this.door = door;
    this.debtors = debtors;
    this.lists = lists;
    this.merging = merging;
  }

  /// The records that were merged into this one, directly or through others.
  @GetMapping("/api/v1/debtors/{id}/merged")
  Listing<Ref> merged(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return new Listing<>(lists.mergedInto(door.require(TypeId.parse("deb", id))), false, null);
  }

  @PostMapping("/api/v1/debtors/{id}/merge")
  ResponseEntity<DebtorView> merge(@PathVariable("id") String id, @RequestBody Merger wanted) {
    access.require(Permission.EDIT_DEBTORS);
    UUID debtor = TypeId.parse("deb", id);
    UUID ignored = door.require(debtor);
    Fields fields = new Fields();
    String reason = fields.required("/reason", wanted.reason(), Fields.WORDS);
    String given = fields.required("/into", wanted.into(), Fields.SHORT);
    fields.done();
    UUID into = TypeId.parse("deb", given);
    UUID seen = door.require(into);
    merging.merge(debtor, into, reason);
    return shown(debtor);
  }

  @PostMapping("/api/v1/debtors/{id}/unmerge")
  ResponseEntity<DebtorView> unmerge(@PathVariable("id") String id, @RequestBody Parting wanted) {
    access.require(Permission.EDIT_DEBTORS);
    UUID debtor = TypeId.parse("deb", id);
    UUID ignored = door.require(debtor);
    Fields fields = new Fields();
    String reason = fields.required("/reason", wanted.reason(), Fields.WORDS);
    fields.done();
    merging.unmerge(debtor, reason);
    return shown(debtor);
  }

  private ResponseEntity<DebtorView> shown(UUID id) {
    DebtorView view = DebtorView.of(debtors.find(id).orElseThrow(() -> Problem.notFound("debtor")));
    return Versions.answer(view.version(), view);
  }
}
