package dunnage.kernel.forecast;

/// How much a past payment counts for a claim under one [Habit], looked up instead of computed: a
/// replay asks many million times.
final class Likeness {

  private static final int MOST_AGE_DAYS = 4_000;
  private static final int STEPS_PER_LOG = 16;
  private static final int MOST_STEPS = 12 * STEPS_PER_LOG;
  private static final int HALF_MONTH = 16;

  private final float[] byAge = new float[MOST_AGE_DAYS + 1];
  private final float[] bySize = new float[MOST_STEPS + 1];
  private final float[] byMonthDay = new float[HALF_MONTH + 1];

  Likeness(Habit habit) {
    for (int age = 0; age < byAge.length; age++) {
      byAge[age] = (float) Math.exp(-age / habit.memoryDays());
    }
    for (int step = 0; step < bySize.length; step++) {
      double apart = (double) step / STEPS_PER_LOG;
      double near = Math.exp(-habit.sizeSharpness() * apart * apart / 2);
      bySize[step] = (float) ((1 - habit.sizeFloor()) * near + habit.sizeFloor());
    }
    for (int days = 0; days < byMonthDay.length; days++) {
      double apart = days / habit.monthWidthDays();
      byMonthDay[days] = (float) Math.exp(-apart * apart / 2);
    }
  }

  /// @param days 0 or more
  float age(int days) {
    return byAge[Math.clamp(days, 0, MOST_AGE_DAYS)];
  }

  static int sizeStep(float logAmount, float otherLogAmount) {
    return (int) Math.min(MOST_STEPS, Math.abs(logAmount - otherLogAmount) * STEPS_PER_LOG);
  }

  /// @param step of [#sizeStep]
  float size(int step) {
    return bySize[step];
  }

  /// Days of the month lie on a circle: the 31st is next to the 1st.
  static int monthDaysApart(int one, int other) {
    int apart = Math.abs(one - other);
    return Math.min(apart, 31 - apart);
  }

  float monthDay(int apart) {
    return byMonthDay[apart];
  }
}
