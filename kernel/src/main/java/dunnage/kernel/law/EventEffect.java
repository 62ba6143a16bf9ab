package dunnage.kernel.law;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/// What an event does to a running period. Written in `limitation_rules.csv`.
sealed interface EventEffect {

  /// The row lists no effect.
  record Ignored() implements EventEffect {}

  /// A full new period from the day of the event.
  ///
  /// @param period null for the row's own
  record Restart(@Nullable Period period) implements EventEffect {}

  /// Days of the event do not count.
  ///
  /// @param tail the event counts as lasting so much longer
  /// @param least time is not up before so long after its end
  record Suspend(Period tail, Period least) implements EventEffect {}

  /// Time is not up before so long after the event; it never shortens.
  record Hold(Period least) implements EventEffect {}

  /// Days of the event within the last part of the period do not count.
  record SuspendInLast(Period last) implements EventEffect {}

  /// An obstacle in the last part of the period holds time for as long after its end.
  record HoldInLast(Period last) implements EventEffect {}

  /// Time stands still once, for so long.
  record Pause(Period length) implements EventEffect {}

  /// The claim is before a court: for what is sued for, time no longer runs.
  record Stop() implements EventEffect {}

  /// @param written like `restart`, `restart:10y`, `suspend:+6m`, `suspend:3m`, `hold:1y`,
  ///   `hold_last:6m`, `suspend_last:6m`, `pause:6m`, `stop`; empty for no effect
  static EventEffect read(String written) {
    String[] parts = written.split(":");
    String how = parts.length > 1 ? parts[1] : "";
    return switch (parts[0]) {
      case "" -> new Ignored();
      case "restart" -> new Restart(how.isEmpty() ? null : period(how));
      case "suspend" ->
          how.startsWith("+")
              ? new Suspend(period(how.substring(1)), Period.ZERO)
              : new Suspend(Period.ZERO, how.isEmpty() ? Period.ZERO : period(how));
      case "hold" -> new Hold(period(how));
      case "suspend_last" -> new SuspendInLast(period(how));
      case "hold_last" -> new HoldInLast(period(how));
      case "pause" -> new Pause(period(how));
      case "stop" -> new Stop();
      default -> throw new IllegalStateException("no effect: " + written);
    };
  }

  private static Period period(String written) {
    int count = Integer.parseInt(written.substring(0, written.length() - 1));
    return written.endsWith("y") ? Period.ofYears(count) : Period.ofMonths(count);
  }
}
