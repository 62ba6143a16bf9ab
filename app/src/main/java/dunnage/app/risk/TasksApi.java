package dunnage.app.risk;

import dunnage.app.access.Access;
import dunnage.app.access.Actor;
import dunnage.app.access.Colleagues;
import dunnage.app.access.Permission;
import dunnage.app.debtors.DebtorPages;
import dunnage.app.debtors.Debtors;
import dunnage.app.evidence.EvidenceLog;
import dunnage.app.ledger.Input;
import dunnage.app.platform.Listing;
import dunnage.app.platform.Problem;
import dunnage.app.platform.TypeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The tasks of Today: one for each debtor whose next step is for a person. Done, put off or given
/// to a colleague, it is off the list until then, or until another step is advised.
@RestController
class TasksApi {

  /// What is done is looked at again after a week, if the same is still advised then.
  private static final int LOOK_AGAIN_DAYS = 7;

  private static final int LONGEST_DAYS = 92;
  private static final Set<String> STATES =
      Set.of(TaskTable.DONE, TaskTable.SNOOZED, TaskTable.DELEGATED);
  private static final Set<String> SHOWN = Set.of("open", "marked");

  /// @param state `done`, `snoozed` or `delegated`
  /// @param until a task again on that day; left out, in a week when done, and on the next working
  ///   day of the debtor's country when snoozed
  /// @param person `per_…`, to whom it is delegated
  record NewMark(@Nullable String state, @Nullable LocalDate until, @Nullable String person) {}

  record MarkView(
      String state, @Nullable LocalDate until, @Nullable String person, String by, Instant at) {}

  /// @param mark what somebody made of it; null for nothing, or where another step is advised since
  record TaskView(ScoreView.Who debtor, String step, String why, @Nullable MarkView mark) {}

  private final Access access;
  private final Debtors debtors;
  private final DebtorPages pages;
  private final Colleagues colleagues;
  private final ScoreLists scores;
  private final TaskTable tasks;
  private final EvidenceLog log;
  private final Today today;

  TasksApi(
      Access access,
      Debtors debtors,
      DebtorPages pages,
      Colleagues colleagues,
      ScoreLists scores,
      TaskTable tasks,
      EvidenceLog log,
      Today today) {
    this.access = access;
    this.debtors = debtors;
    this.pages = pages;
    this.colleagues = colleagues;
    this.scores = scores;
    this.tasks = tasks;
    this.log = log;
    this.today = today;
  }

  /// The worst first.
  ///
  /// @param show `open` for whoever asks, or `marked`: done, put off or delegated
  @GetMapping("/api/v1/tasks")
  Listing<TaskView> list(
      @RequestParam(name = "show", defaultValue = "open") String show,
      @RequestParam(name = "limit", required = false) @Nullable Integer limit,
      @RequestParam(name = "after", required = false) @Nullable String after) {
    Actor actor = access.require(Permission.READ);
    ScoresApi.oneOf("show", show, SHOWN);
    Listing<ScoreView> page =
        scores.tasks(show.equals("marked"), actor.person(), today.day(), limit, after);
    return new Listing<>(
        page.data().stream().map(this::task).toList(), page.hasMore(), page.next());
  }

  @GetMapping("/api/v1/debtors/{id}/task")
  TaskView one(@PathVariable("id") String id) {
    access.require(Permission.READ);
    return task(score(debtors.require(TypeId.parse("deb", id))));
  }

  @PutMapping("/api/v1/debtors/{id}/task")
  TaskView mark(@PathVariable("id") String id, @RequestBody NewMark wanted) {
    Actor actor = access.require(Permission.NOTE);
    UUID debtor = debtors.require(TypeId.parse("deb", id));
    ScoreView score = score(debtor);
    Input input = new Input();
    String state =
        input.oneOf("/state", wanted.state() == null ? "" : wanted.state().strip(), STATES);
    boolean delegated = state.equals(TaskTable.DELEGATED);
    LocalDate until = delegated ? null : until(debtor, state, wanted.until(), input);
    if (!delegated && wanted.person() != null) {
      input.wrong("/person", "is whom a task is delegated to", "Leave it out, or delegate it.");
    }
    input.done();
    UUID person = delegated ? person(wanted.person(), debtor) : null;
    String step = Judged.text(score.figures().get("next_step_code"));
    tasks.put(debtor, new TaskTable.Mark(state, step, until, person, actor.actor(), today.now()));
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("step", step);
    body.put("until", until);
    body.put("person", person == null ? null : TypeId.of("per", person));
    UUID ignored = log.append("task." + state, TypeId.of("deb", debtor), body);
    return task(score);
  }

  /// A task again.
  @DeleteMapping("/api/v1/debtors/{id}/task")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reopen(@PathVariable("id") String id) {
    access.require(Permission.NOTE);
    UUID debtor = debtors.require(TypeId.parse("deb", id));
    if (tasks.remove(debtor)) {
      UUID ignored = log.append("task.reopened", TypeId.of("deb", debtor), Map.of());
    }
  }

  private LocalDate until(UUID debtor, String state, @Nullable LocalDate given, Input input) {
    LocalDate day = today.day();
    if (given != null && (!given.isAfter(day) || given.isAfter(day.plusDays(LONGEST_DAYS)))) {
      input.wrong(
          "/until",
          "is " + given,
          "Give a day after today and up to %s.".formatted(day.plusDays(LONGEST_DAYS)));
    }
    if (given != null) {
      return given;
    }
    return state.equals(TaskTable.DONE)
        ? day.plusDays(LOOK_AGAIN_DAYS)
        : There.workingDayAfter(debtors.find(debtor).map(Debtors.Known::country).orElse(""), day);
  }

  private UUID person(@Nullable String given, UUID debtor) {
    UUID person = Input.id("/person", "per", given);
    if (colleagues.find(person).isEmpty()) {
      throw Problem.notFound("person");
    }
    String owner = pages.one(debtor).owner();
    if (!colleagues.worksOn(person, owner == null ? null : TypeId.parse("per", owner))) {
      throw Problem.invalid(
          "/person", "cannot work on this debtor", "Give it to somebody who sees it and may note.");
    }
    return person;
  }

  private ScoreView score(UUID debtor) {
    return scores.now(debtor).orElseThrow(() -> Problem.notFound("task"));
  }

  private TaskView task(ScoreView score) {
    String step = Judged.text(score.figures().get("next_step_code"));
    MarkView mark =
        tasks
            .find(TypeId.parse("deb", score.debtor().id()))
            .filter(one -> one.step().equals(step))
            .filter(one -> one.until() == null || one.until().isAfter(today.day()))
            .map(TasksApi::view)
            .orElse(null);
    return new TaskView(
        score.debtor(), step, Judged.text(score.figures().get("next_step_why")), mark);
  }

  private static MarkView view(TaskTable.Mark mark) {
    UUID person = mark.person();
    return new MarkView(
        mark.state(),
        mark.until(),
        person == null ? null : TypeId.of("per", person),
        mark.actor(),
        mark.at().toInstant());
  }
}
