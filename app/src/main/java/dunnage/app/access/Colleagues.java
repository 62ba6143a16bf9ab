package dunnage.app.access;

import dunnage.app.platform.TypeId;
import java.util.List;
import java.util.UUID;
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

  /// Whether somebody works here now.
  public boolean has(UUID person) {
    return people.find(person).filter(one -> one.ended().isEmpty()).isPresent();
  }

  public List<Colleague> all() {
    return people.list(false, new UUID(0, 0), MOST).stream()
        .map(person -> new Colleague(TypeId.of("per", person.id()), person.name()))
        .toList();
  }
}
