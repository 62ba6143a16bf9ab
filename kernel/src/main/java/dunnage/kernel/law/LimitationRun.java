package dunnage.kernel.law;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes a claim through its events in order of time. No event ever shortens what is left: a
/// restart that would end earlier changes nothing.
final class LimitationRun {

  private final LimitationRule rule;
  private final LocalDate due;
  private final LocalDate asOf;
  private final List<LimitationStep> steps = new ArrayList<>();
  private final Set<EventKind> seen = EnumSet.noneOf(EventKind.class);
  private LocalDate counted;
  private LocalDate expires;
  private LocalDate suspendedTo = LocalDate.MIN;
  private boolean restarted;
  private boolean pending;
  private boolean stopped;

  LimitationRun(LimitationRule rule, LocalDate due, LocalDate asOf) {
    this.rule = rule;
    this.due = due;
    this.asOf = asOf;
    counted = rule.countedFrom(due);
    expires = rule.lastDay(counted);
  }

  /// The last day under a rule without any event that counts.
  static LocalDate lastDay(LimitationRule rule, LocalDate due) {
    LimitationRun run = new LimitationRun(rule, due, due);
    run.capByLongStop();
    return run.expires;
  }

  Limitation through(List<LimitationEvent> events, List<LimitationRule> others) {
    start();
    events.stream()
        .sorted(Comparator.comparing(LimitationEvent::from).thenComparing(LimitationEvent::kind))
        .forEach(this::take);
    capByLongStop();
    LocalDate safe = expires;
    if (rule.startsDayAfterDue() && !restarted && !stopped) {
      safe = expires.minusDays(1);
    }
    if (rule.restartEndsAtYearEnd() && restarted) {
      // that a new period rolls to the end of the year, too, is the row's reading and may be
      // disputed
      LocalDate bare = counted.plus(rule.period());
      safe = bare.isBefore(safe) ? bare : safe;
    }
    List<Limitation.Alternative> alternatives = new ArrayList<>();
    for (LimitationRule other : others) {
      Limitation there = new LimitationRun(other, due, asOf).through(events, List.of());
      alternatives.add(new Limitation.Alternative(other, there.expires()));
      safe = there.earliestSafe().isBefore(safe) ? there.earliestSafe() : safe;
    }
    return new Limitation(
        rule,
        due,
        asOf,
        expires,
        safe,
        pending,
        stopped,
        List.copyOf(steps),
        List.copyOf(alternatives));
  }

  private void start() {
    step(due, "The debt fell due.", false);
    String from =
        rule.startsAtYearEnd()
            ? "Time starts at the end of that calendar year, " + counted + "."
            : rule.startsDayAfterDue()
                ? "Time starts on the day after, " + counted + "."
                : "Time starts on that day, which itself does not count.";
    step(counted, from, false);
    String years = years(rule.period());
    String to =
        rule.endsAtYearEnd() && !rule.startsAtYearEnd()
            ? years
                + " end on "
                + counted.plus(rule.period())
                + "; the row moves that to the end"
                + " of the calendar year."
            : years + " end on " + expires + ".";
    step(expires, to, true);
  }

  private void take(LimitationEvent event) {
    String what = capital(event.kind().words()) + when(event) + ": ";
    String refusal = refusal(event);
    if (refusal != null) {
      step(event.from(), what + refusal, false);
      return;
    }
    seen.add(event.kind());
    LocalDate before = expires;
    String done =
        switch (rule.effectOf(event.kind())) {
          case EventEffect.Ignored ignored ->
              throw new IllegalStateException("refused before: " + ignored);
          case EventEffect.Restart restart -> restart(event, restart.period());
          case EventEffect.Suspend suspend -> suspend(event, suspend);
          case EventEffect.Hold hold -> hold(end(event).plus(hold.least()), hold.least(), event);
          case EventEffect.SuspendInLast last -> suspendInLast(event, last.last());
          case EventEffect.HoldInLast last -> holdInLast(event, last.last());
          case EventEffect.Pause pause -> pause(pause.length());
          case EventEffect.Stop ignored -> stop();
        };
    step(event.from(), what + done, !expires.equals(before) || stopped);
  }

  /// Why an event does not count; null if it does.
  private @Nullable String refusal(LimitationEvent event) {
    if (event.from().isAfter(asOf)) {
      return "it lies after " + asOf + " and is not counted.";
    }
    if (rule.effectOf(event.kind()) instanceof EventEffect.Ignored) {
      return "row "
          + rule.id()
          + " does not list it; it has no effect here."
          + (event.kind() == EventKind.SUIT
              ? " A suit filed in time usually keeps the claim alive: ask counsel."
              : "");
    }
    if (end(event).isBefore(due)) {
      return "it lies before the due date and has no effect.";
    }
    if (event.from().isAfter(expires) && !rule.revivedBy(event.kind())) {
      return "time was up on " + expires + "; it comes too late.";
    }
    boolean spent = rule.onlyOnceInAll() ? restarted : seen.contains(event.kind());
    if (rule.onlyOnce(event.kind()) && spent) {
      return "this counts only once, and it has been used.";
    }
    return null;
  }

  private String restart(LimitationEvent event, @Nullable Period own) {
    Period length = own == null ? rule.period() : own;
    LocalDate last = event.to();
    LocalDate from = last == null ? event.from() : last.isAfter(asOf) ? asOf : last;
    LocalDate still = suspendedTo.isAfter(from) ? suspendedTo : from;
    LocalDate fresh = rule.lastDayAfterRestart(still, length);
    restarted = true;
    String form = form(event.kind());
    String suit =
        event.kind() == EventKind.SUIT && last == null
            ? " While the case is open time does not run; this counts from its filing."
            : "";
    if (!fresh.isAfter(expires)) {
      return "a new period would end on " + fresh + ", no later than before." + form;
    }
    counted = still;
    expires = fresh;
    String rolled = rule.restartEndsAtYearEnd() ? ", moved to the end of the year" : "";
    return years(length) + " start anew" + rolled + "." + form + suit;
  }

  private String form(EventKind kind) {
    String form = rule.form(kind);
    return form.isEmpty() ? "" : " It must be " + form + ".";
  }

  private String suspend(LimitationEvent event, EventEffect.Suspend how) {
    LocalDate end = end(event);
    boolean open = event.to() == null || end.isBefore(event.to());
    pending |= open;
    long days = countedDays(event.from(), end.plus(how.tail()));
    expires = expires.plusDays(days);
    LocalDate least = end.plus(how.least());
    String floor = "";
    if (least.isAfter(expires) && !how.least().isZero()) {
      expires = least;
      floor = " Time is not up before " + length(how.least()) + " after its end.";
    }
    String tail =
        how.tail().isZero() ? "" : " (with the " + length(how.tail()) + " that follow its end)";
    String still = open ? " It still lasts; if it ended on " + asOf + ", this would hold." : "";
    return days + " days" + tail + " do not count." + floor + still;
  }

  /// Days that stop the clock and were not stopped before.
  private long countedDays(LocalDate from, LocalDate to) {
    LocalDate first = from.isAfter(counted) ? from : counted.plusDays(1);
    first = suspendedTo.isBefore(first) ? first : suspendedTo.plusDays(1);
    suspendedTo = to.isAfter(suspendedTo) ? to : suspendedTo;
    return Math.max(0, ChronoUnit.DAYS.between(first, to) + 1);
  }

  private String hold(LocalDate least, Period length, LimitationEvent event) {
    boolean later = least.isAfter(expires);
    expires = later ? least : expires;
    String condition =
        event.kind() == EventKind.DEMAND && !rule.onlyOnce(EventKind.DEMAND)
            ? " It counts only if suit follows by " + least + "."
            : "";
    return "time is not up before "
        + length(length)
        + " after it, "
        + least
        + (later ? "." : ", which is no later than before.")
        + condition;
  }

  private String suspendInLast(LimitationEvent event, Period last) {
    LocalDate first = expires.minus(last).plusDays(1);
    LocalDate from = event.from().isAfter(first) ? event.from() : first;
    LocalDate end = end(event).isAfter(expires) ? expires : end(event);
    boolean open = event.to() == null || end(event).isBefore(event.to());
    long days = end.isBefore(from) ? 0 : countedDays(from, end);
    pending |= open && days > 0;
    expires = expires.plusDays(days);
    return "only what falls into the last " + length(last) + " counts: " + days + " days.";
  }

  private String holdInLast(LimitationEvent event, Period last) {
    if (end(event).isBefore(expires.minus(last))) {
      return "it ended before the last " + length(last) + " of the period; no effect.";
    }
    pending |= event.to() == null;
    return hold(end(event).plus(last), last, event);
  }

  private String pause(Period length) {
    expires = expires.plus(length);
    return "time stands still for " + length(length) + ", once." + form(EventKind.DEMAND);
  }

  private String stop() {
    stopped = true;
    return "filed in time, it stops the clock for what it claims.";
  }

  private void capByLongStop() {
    Period years = rule.longStop();
    if (years == null || (restarted && !rule.longStopCapsRestarts())) {
      return;
    }
    LocalDate stop = due.plus(years);
    if (expires.isAfter(stop)) {
      expires = stop;
      step(stop, "Long stop: " + years(years) + " after the due date nothing helps.", true);
    }
  }

  private LocalDate end(LimitationEvent event) {
    LocalDate to = event.to();
    if (to == null) {
      return lasts(event.kind()) ? asOf : event.from();
    }
    return to.isAfter(asOf) ? asOf : to;
  }

  private static boolean lasts(EventKind kind) {
    return switch (kind) {
      case SUIT, NEGOTIATION, INSOLVENCY, FORCE_MAJEURE -> true;
      case ACKNOWLEDGED, PART_PAYMENT, DEMAND, ENFORCEMENT, LAWYER_NOTICE -> false;
    };
  }

  private void step(LocalDate date, String text, boolean counts) {
    steps.add(new LimitationStep(date, text, expires, counts));
  }

  private static String when(LimitationEvent event) {
    LocalDate to = event.to();
    return to == null ? " on " + event.from() : " from " + event.from() + " to " + to;
  }

  private static String years(Period period) {
    return period.getYears() == 1 ? "1 year" : period.getYears() + " years";
  }

  private static String length(Period period) {
    return period.getYears() > 0 ? years(period) : period.getMonths() + " months";
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
