package dunnage.app.debtors;

import dunnage.app.debtors.DebtorLists.Filter;
import dunnage.app.platform.Problem;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What pages show of debtors.
@Component
public class DebtorPages {

  /// Someone at a debtor.
  ///
  /// @param reach by what they are reached, in one line
  public record Contact(String name, String role, String reach) {}

  private final Debtors door;
  private final DebtorTable debtors;
  private final DebtorLists lists;
  private final ContactTable contacts;
  private final DebtorsApi api;

  DebtorPages(
      Debtors door, DebtorTable debtors, DebtorLists lists, ContactTable contacts, DebtorsApi api) {
    this.api = api;
    this.door = door;
    this.debtors = debtors;
    this.lists = lists;
    this.contacts = contacts;
  }

  /// @throws Problem 404 if there is none or it is not the caller's to see
  public DebtorView one(UUID id) {
    UUID current = door.require(id);
    return DebtorView.of(debtors.find(current).orElseThrow(() -> Problem.notFound("debtor")));
  }

  /// Adds one.
  ///
  /// @return `deb_…`
  /// @throws Problem with everything that is wrong
  public String add(String name, String number, String country, String terms, String note) {
    return java.util.Objects.requireNonNull(
            api.add(
                    new DebtorsApi.DebtorFields(
                        given(number),
                        name,
                        given(country),
                        null,
                        null,
                        given(terms),
                        null,
                        null,
                        given(note)))
                .getBody())
        .id();
  }

  private static @Nullable String given(String text) {
    return text.isBlank() ? null : text;
  }

  /// Those that a reader means by some words, by name.
  public List<DebtorView> search(String words, int most) {
    Filter filter = new Filter(words, null, null, null, null);
    return lists.list(filter, "name", most, null).data();
  }

  public List<Contact> people(UUID current) {
    return contacts.of(current).stream()
        .filter(row -> row.leftOn() == null)
        .map(
            row ->
                new Contact(
                    row.name(),
                    row.role(),
                    Stream.of(row.email(), row.phone(), row.wechat())
                        .filter(Objects::nonNull)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" · "))))
        .toList();
  }
}
