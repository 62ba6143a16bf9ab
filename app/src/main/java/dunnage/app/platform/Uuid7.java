package dunnage.app.platform;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/// Makes identifiers: UUIDs of version 7 (RFC 9562), ordered by the time they were made; within one
/// process also those of one millisecond, and also when the clock steps back.
@Component
public final class Uuid7 {

  private static final int COUNTER_BITS = 12;
  private static final long VERSION = 0x7000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;

  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /// Milliseconds and, below them, a counter of 12 bits; a full counter borrows from the next
  /// millisecond.
  private final AtomicLong last = new AtomicLong();

  public Uuid7(Clock clock) {
    this.clock = clock;
  }

  public UUID next() {
    long now = clock.millis() << COUNTER_BITS;
    long ticks = last.updateAndGet(before -> Math.max(before + 1, now));
    long high = (ticks >>> COUNTER_BITS) << 16 | VERSION | (ticks & ((1L << COUNTER_BITS) - 1));
    return new UUID(high, (random.nextLong() & VARIANT_MASK) | VARIANT);
  }
}
