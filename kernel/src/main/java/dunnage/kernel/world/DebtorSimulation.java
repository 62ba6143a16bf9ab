package dunnage.kernel.world;

import dunnage.kernel.ledger.Event;
import dunnage.kernel.party.Party;
import java.time.LocalDate;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Lives one debtor's years: orders, invoices, payments, and the talk about late ones.
final class DebtorSimulation {

  private static final Shape[] SHAPES = {
    Shape.RAMP, Shape.RAMP, Shape.CURVE, Shape.STEPS, Shape.SPREAD, Shape.TAIL, Shape.SHORT_PAYMENTS
  };

  private final Party debtor;
  private final Kind kind;
  private final long from;
  private final long until;
  private final SplittableRandom random;
  private final Habits habits;
  private final Course course;
  private final Ledgering ledger;
  private long lastMessage;

  DebtorSimulation(String id, Kind kind, LocalDate from, int years, SplittableRandom random) {
    this.debtor = new Party(id, id, "");
    this.kind = kind;
    this.from = from.toEpochDay();
    this.until = from.plusYears(years).toEpochDay();
    this.random = random;
    this.habits = Habits.draw(kind, this.from, this.until, random);
    this.course = draw();
    this.ledger = new Ledgering(debtor);
    this.lastMessage = this.from;
  }

  Life run() {
    long next = from + (long) gap(from);
    while (next < until && next < stopsOrdering()) {
      order(next);
      next += Math.max(1, Math.round(gap(next)));
    }
    if (course.kind() == Kind.ORDERS_FALLING) {
      order(course.end() - 20);
    }
    people();
    LocalDate worse = kind.healthy() ? null : Ledgering.day(course.start());
    LocalDate better = kind == Kind.IMPROVING ? Ledgering.day(course.start()) : null;
    return new Life(
        debtor,
        kind,
        new Truth(course.shape(), worse, better, ledger.firstDefault()),
        ledger.facts());
  }

  private Course draw() {
    long span = until - from;
    Shape shape = kind == Kind.DRIFTING ? SHAPES[random.nextInt(SHAPES.length)] : Shape.NONE;
    double length =
        switch (kind) {
          case ORDERS_FALLING -> Ranges.between(Ranges.FALL_DAYS, random);
          case INSOLVENT_OVERNIGHT -> 0;
          default -> Ranges.between(Ranges.DRIFT_DAYS, random);
        };
    // A year of habits first, and the end within the years simulated.
    double latest = Math.max(380, span - length - 100);
    long start = from + (long) (360 + (latest - 360) * random.nextDouble());
    long end = start + (long) length;
    double reach = 60 + 50 * random.nextDouble();
    return switch (kind) {
      case STEADY, SEASONAL -> new Course(kind, shape, NEVER - 1, NEVER, 0, false);
      case IMPROVING ->
          new Course(kind, shape, start, end, -Math.min(25, habits.usualDays()), false);
      case BALANCES_UNPAID -> new Course(kind, shape, start, NEVER, 0, false);
      default -> new Course(kind, shape, start, end, reach, random.nextBoolean());
    };
  }

  private static final long NEVER = Ledgering.NEVER;

  private long stopsPaying() {
    return kind == Kind.IMPROVING ? NEVER : course.end();
  }

  /// Someone who pays nothing gets nothing more after a while.
  private long stopsOrdering() {
    return switch (kind) {
      case BALANCES_UNPAID -> course.start() + 300;
      default -> stopsPaying() == NEVER ? NEVER : stopsPaying() + 40;
    };
  }

  /// Days to the next order.
  private double gap(long day) {
    double number = course.bySize() ? 1 : course.volume(day);
    double mean = 30.4 / (habits.perMonth() * habits.volume(day) * number);
    double chance =
        habits.regular() ? 0.6 + 0.8 * random.nextDouble() : -Math.log(1 - random.nextDouble());
    return Math.min(mean * chance, 400);
  }

  private void order(long day) {
    long on = Habits.weekend(Ledgering.day(day)) ? day + 2 : day;
    double size = course.bySize() ? course.volume(on) : 1;
    long amount =
        Math.max(
            1000,
            Math.round(
                habits.typicalAmount()
                    * size
                    * Math.exp(habits.sizeSpread() * random.nextGaussian())));
    boolean known = habits.ordersKnown() || habits.deposits();
    String number = ledger.order(on, amount, known);
    long shipped = on + (known ? habits.lead() : 0);
    if (habits.deposits()) {
      long deposit = Math.round(amount * Ranges.DEPOSIT);
      invoice(number, "deposit", on, on + 7, deposit);
      invoice(number, "balance", shipped, shipped + habits.termsDays(), amount - deposit);
    } else {
      invoice(number, "", shipped, shipped + habits.termsDays(), amount);
    }
  }

  private void invoice(String order, String part, long issued, long due, long amount) {
    boolean deposit = part.equals("deposit");
    double usual = deposit ? Math.min(2, habits.usualDays()) : habits.usualDays();
    double late = usual + noise() + course.extraDays(due, random);
    if (course.progress(due) == 0 || kind.healthy()) {
      // Leaves room for the wait until the next payment run and for a holiday.
      late = Math.min(late + oneOff(), Ranges.LATEST_HEALTHY_DAYS - 10 - habits.run() / 2.0);
    }
    long paid = Math.max(issued + 1, habits.payday(due + late, random));
    if (part.equals("balance") && course.leavesBalance(due)) {
      paid = due < course.start() + 40 && random.nextBoolean() ? paid + 30 : NEVER;
    }
    double heldBack = course.heldBack(due, random);
    long restAfter = Math.round(0.8 * course.reach() * course.progress(due));
    if (heldBack == 0 && random.nextDouble() < Ranges.HEALTHY_SHORT_CHANCE && late < 30) {
      heldBack = 0.02 + 0.08 * random.nextDouble();
      restAfter = 5 + random.nextInt(15);
    }
    long rest = Math.round(amount * heldBack);
    long restPaid = rest == 0 || paid == NEVER ? NEVER : habits.payday(paid + restAfter, random);
    paid = paid > stopsPaying() ? NEVER : paid;
    restPaid = restPaid > stopsPaying() ? NEVER : restPaid;
    ledger.receivable(order, part, issued, due, amount, paid, paid == NEVER ? 0 : rest, restPaid);
    talk(due, paid, amount);
  }

  private double noise() {
    // A few payments stray further than a bell curve has it.
    double wide = random.nextDouble() < 0.1 ? 2 : 0.9;
    return habits.noiseDays() * wide * random.nextGaussian();
  }

  private double oneOff() {
    return random.nextDouble() < Ranges.ONE_OFF_CHANCE
        ? Ranges.between(Ranges.ONE_OFF_DAYS, random)
        : 0;
  }

  /// A reminder ten days after the due date, at most one a fortnight, the answer, and a promise.
  private void talk(long due, long paid, long amount) {
    long asked = due + 10;
    if (paid <= asked || asked < lastMessage + 14 || asked >= until) {
      return;
    }
    lastMessage = asked;
    double failing = kind.healthy() ? 0 : course.progress(asked);
    ledger.note(asked, Event.MESSAGE_SENT, "reminder", null, null);
    boolean gone = asked > stopsPaying();
    if (gone || random.nextDouble() > Ranges.ANSWERS * (1 - 0.7 * failing)) {
      return;
    }
    long answered = asked + 1 + random.nextInt(6);
    ledger.note(answered, Event.REPLY, "will look into it", null, null);
    boolean keeps = random.nextDouble() < Ranges.KEEPS_PROMISES;
    long promised =
        paid == NEVER || !keeps || failing > 0.3 ? answered + 10 : Math.max(answered, paid);
    if (random.nextDouble() < 0.5 && paid > answered) {
      ledger.note(answered, Event.PROMISE, "money by " + Ledgering.day(promised), amount, promised);
    }
  }

  /// Contacts leave; in a failing firm more often, and then nobody takes over.
  private void people() {
    for (long year = from; year < until; year += 365) {
      if (random.nextDouble() < Ranges.CONTACT_LEAVES_PER_YEAR) {
        long left = year + random.nextInt(365);
        ledger.note(left, Event.CONTACT_LEFT, "contact left", null, null);
        ledger.note(left + 8, Event.REPLY, "a successor writes", null, null);
      }
    }
    @Nullable Long failed = kind.healthy() || course.end() == NEVER ? null : course.end();
    if (failed == null || kind == Kind.INSOLVENT_OVERNIGHT) {
      return;
    }
    long length = course.end() - course.start();
    if (random.nextDouble() < 0.3) {
      ledger.note(
          course.start() + (long) (length * 0.6), Event.CONTACT_LEFT, "contact left", null, null);
    }
    if (random.nextDouble() < 0.15) {
      ledger.note(
          course.start() + (long) (length * 0.7),
          Event.DIVISION_CLOSED,
          "division closed",
          null,
          null);
    }
  }
}
