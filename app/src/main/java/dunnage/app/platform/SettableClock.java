package dunnage.app.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// The server's only clock: the machine's, shifted. It goes on from whatever it is set to, so that
/// waiting still takes time.
final class SettableClock extends Clock {

  private final Clock machine;
  private final ZoneId zone;
  private final AtomicReference<Duration> shift;

  private SettableClock(Clock machine, ZoneId zone, AtomicReference<Duration> shift) {
    this.machine = machine;
    this.zone = zone;
    this.shift = shift;
  }

  static SettableClock ofTheMachine() {
    return over(Clock.systemUTC());
  }

  /// @param machine what time passes by
  static SettableClock over(Clock machine) {
    return new SettableClock(machine, ZoneOffset.UTC, new AtomicReference<>(Duration.ZERO));
  }

  void set(Instant now) {
    shift.set(Duration.between(machine.instant(), now));
  }

  /// The same time of the day on another day of UTC.
  void setDay(LocalDate day) {
    Instant now = instant();
    LocalDate shown = LocalDate.ofInstant(now, ZoneOffset.UTC);
    set(now.plus(Duration.ofDays(day.toEpochDay() - shown.toEpochDay())));
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(shift.get());
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  /// Another zone on the same hands: setting one sets both.
  @Override
  public Clock withZone(ZoneId other) {
    return new SettableClock(machine, other, shift);
  }
}
