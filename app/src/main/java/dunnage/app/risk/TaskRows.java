package dunnage.app.risk;

import dunnage.app.access.Colleagues;
import dunnage.app.access.Colleagues.Colleague;
import dunnage.app.debtors.DebtorPages;
import dunnage.app.debtors.DebtorPages.Contact;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tasks as pages list them.
@Component
class TaskRows {

  /// What somebody made of it.
  ///
  /// @param whose name of whom it is given to; empty unless delegated
  /// @param by name of who did so
  record Mark(String state, @Nullable LocalDate until, String whose, String by) {}

  /// @param there what time it is there; null where that is not known
  record Row(Judged judged, @Nullable There there, @Nullable Mark mark, List<Contact> people) {}

  private static final String ZONES =
      """
      SELECT debtor_id, time_zone FROM debtor
       WHERE org_id = :org AND debtor_id = ANY (CAST(:ids AS uuid[]))
      """;

  private final Tenancy tenancy;
  private final JudgedLists judged;
  private final TaskTable tasks;
  private final DebtorPages debtors;
  private final Colleagues colleagues;
  private final Clock clock;

  TaskRows(
      Tenancy tenancy,
      JudgedLists judged,
      TaskTable tasks,
      DebtorPages debtors,
      Colleagues colleagues,
      Clock clock) {
    this.tenancy = tenancy;
    this.judged = judged;
    this.tasks = tasks;
    this.debtors = debtors;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  /// What stands for the reader today, the worst first.
  List<Row> standing(LocalDate day, int most, UnaryOperator<String> say) {
    return rows(judged.forYou(false, day, most), day, say);
  }

  /// What somebody did, put off or has.
  List<Row> marked(LocalDate day, int most, UnaryOperator<String> say) {
    return rows(judged.forYou(true, day, most), day, say);
  }

  private List<Row> rows(List<Judged> all, LocalDate day, UnaryOperator<String> say) {
    Instant now = clock.instant();
    Map<UUID, String> zones = zones(all);
    Map<String, String> names = names();
    return all.stream()
        .map(
            one -> {
              UUID id = TypeId.parse("deb", one.id());
              There there = There.of(zones.getOrDefault(id, ""), one.country(), now).orElse(null);
              return new Row(
                  one.said(say), there, mark(id, one.step(), day, names), debtors.people(id));
            })
        .toList();
  }

  /// What counts on a day of what somebody made of it.
  ///
  /// @param step that is advised now
  @Nullable Mark mark(UUID debtor, @Nullable String step, LocalDate day) {
    return mark(debtor, step, day, names());
  }

  private Map<String, String> names() {
    return colleagues.all().stream().collect(Collectors.toMap(Colleague::id, Colleague::name));
  }

  private @Nullable Mark mark(
      UUID debtor, @Nullable String step, LocalDate day, Map<String, String> names) {
    return tasks
        .find(debtor)
        .filter(mark -> mark.step().equals(step))
        .filter(mark -> mark.until() == null || mark.until().isAfter(day))
        .map(
            mark -> {
              UUID person = mark.person();
              String whose = person == null ? "" : names.getOrDefault(TypeId.of("per", person), "");
              return new Mark(
                  mark.state(), mark.until(), whose, names.getOrDefault(mark.actor(), ""));
            })
        .orElse(null);
  }

  private Map<UUID, String> zones(List<Judged> all) {
    Map<UUID, String> zones = new HashMap<>();
    tenancy
        .sql(ZONES)
        .param(
            "ids", DeskTable.texts(all.stream().map(one -> TypeId.parse("deb", one.id())).toList()))
        .query(
            row -> {
              zones.put(row.getObject("debtor_id", UUID.class), row.getString("time_zone"));
            });
    return zones;
  }
}
