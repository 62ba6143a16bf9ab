package dunnage.app.access;

import dunnage.app.platform.TypeId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Those who work together in an organisation, by name: anybody may know who they are.
@Component
public class Colleagues {

  /// @param id `per_…`
  public record Colleague(String id, String name) {}

  private static final int MOST = 500;

  private final People people;

  Colleagues(People people) {
    this.people = people;
  }

  /// Whether somebody works here now who may note things of a debtor.
  ///
  /// @param owner the person responsible for the debtor; null: nobody
  public boolean worksOn(UUID person, @Nullable UUID owner) {
    return people
        .find(person)
        .filter(one -> one.ended().isEmpty())
        .filter(one -> one.role().may(Permission.NOTE))
        .filter(one -> one.role().seesAll() || person.equals(owner))
        .isPresent();
  }

  /// Also somebody who has left.
  public Optional<Colleague> find(UUID person) {
    return people.find(person).map(one -> new Colleague(TypeId.of("per", person), one.name()));
  }

  public List<Colleague> all() {
    return people.list(false, new UUID(0, 0), MOST).stream()
        .map(person -> new Colleague(TypeId.of("per", person.id()), person.name()))
        .toList();
  }
}
