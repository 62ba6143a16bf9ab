package dunnage.formats;

/// What the cells seen so far say about the decimal sign and the order of day and month.
final class Evidence {

  private boolean decimalPoint;
  private boolean decimalComma;
  private boolean groupedPoint;
  private boolean groupedComma;
  private int firstAbove12;
  private int secondAbove12;
  private int shortDates;

  void amount(String cell) {
    int point = cell.lastIndexOf('.');
    int comma = cell.lastIndexOf(',');
    if (point >= 0 && comma >= 0) {
      decimalPoint |= point > comma;
      decimalComma |= comma > point;
      return;
    }
    int sign = Math.max(point, comma);
    if (sign < 0) {
      return;
    }
    int digits = 0;
    for (int i = sign + 1; i < cell.length() && Character.isDigit(cell.charAt(i)); i++) {
      digits++;
    }
    boolean once = cell.indexOf(point >= 0 ? '.' : ',') == sign;
    if (once && digits != 3) {
      decimalPoint |= point >= 0;
      decimalComma |= comma >= 0;
    } else if (once && sign == 1 && cell.charAt(0) == '0') {
      decimalPoint |= point >= 0; // 0.500 cannot be grouped
      decimalComma |= comma >= 0;
    } else if (!once) {
      decimalComma |= point >= 0; // 1.234.567: the point groups
      decimalPoint |= comma >= 0;
    } else {
      groupedPoint |= point >= 0;
      groupedComma |= comma >= 0;
    }
  }

  void date(String cell) {
    int first = 0;
    int i = 0;
    while (i < cell.length() && i < 3 && Character.isDigit(cell.charAt(i))) {
      first = first * 10 + cell.charAt(i++) - '0';
    }
    if (i == 0 || i > 2 || i >= cell.length() || cell.charAt(i) != '/' && cell.charAt(i) != '-') {
      return;
    }
    int second = 0;
    int from = ++i;
    while (i < cell.length() && i < from + 3 && Character.isDigit(cell.charAt(i))) {
      second = second * 10 + cell.charAt(i++) - '0';
    }
    if (i == from || i >= cell.length() || first > 31 || second > 31) {
      return;
    }
    shortDates++;
    firstAbove12 += first > 12 ? 1 : 0;
    secondAbove12 += second > 12 ? 1 : 0;
  }

  /// The decimal sign, or 0 when nothing decides.
  char decimal() {
    if (decimalPoint || decimalComma) {
      return decimalComma && !decimalPoint ? ',' : '.';
    }
    if (groupedPoint && groupedComma) {
      return 0;
    }
    return groupedPoint || groupedComma ? 0 : '.';
  }

  /// Whether more rows could change the answer: nothing seen yet that settles both questions.
  boolean settled() {
    boolean amounts = decimalPoint || decimalComma;
    boolean dates = shortDates == 0 || firstAbove12 + secondAbove12 > 0;
    return amounts && dates;
  }

  /// Null when every short date could be either.
  ReadOptions.@org.jspecify.annotations.Nullable DateOrder dates() {
    if (shortDates == 0) {
      return ReadOptions.DateOrder.DMY; // never asked
    }
    if (firstAbove12 == secondAbove12) {
      return null;
    }
    return firstAbove12 > secondAbove12 ? ReadOptions.DateOrder.DMY : ReadOptions.DateOrder.MDY;
  }

  boolean hasShortDates() {
    return shortDates > 0;
  }
}
