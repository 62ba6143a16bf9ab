package dunnage.app.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Counts how often something was told, by a hash of 128 bits of it: identical lines of a file are
/// counted and not dropped. Thirty bytes for each different thing, so a million lines stay small.
final class Ordinals {

  private static final int FIRST_SIZE = 1 << 10;
  private static final byte BETWEEN = 0x1f;

  private long[] high = new long[FIRST_SIZE];
  private long[] low = new long[FIRST_SIZE];
  private int[] counts = new int[FIRST_SIZE];
  private int used;

  /// How often these words came together until now, this time included.
  int next(@Nullable Object... words) {
    byte[] hash = hash(words);
    long first = read(hash, 0);
    long second = read(hash, Long.BYTES);
    if (used * 2 > counts.length) {
      grow();
    }
    int at = place(first, second);
    if (counts[at] == 0) {
      high[at] = first;
      low[at] = second;
      used++;
    }
    return ++counts[at];
  }

  private int place(long first, long second) {
    int at = (int) (first ^ first >>> 32) & (counts.length - 1);
    while (counts[at] != 0 && (high[at] != first || low[at] != second)) {
      at = (at + 1) & (counts.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldCounts = counts;
    high = new long[oldHigh.length * 2];
    low = new long[oldHigh.length * 2];
    counts = new int[oldHigh.length * 2];
    for (int i = 0; i < oldCounts.length; i++) {
      if (oldCounts[i] != 0) {
        int at = place(oldHigh[i], oldLow[i]);
        high[at] = oldHigh[i];
        low[at] = oldLow[i];
        counts[at] = oldCounts[i];
      }
    }
  }

  private static byte[] hash(@Nullable Object... words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (@Nullable Object word : words) {
        digest.update(String.valueOf(word).getBytes(StandardCharsets.UTF_8));
        digest.update(BETWEEN);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static long read(byte[] bytes, int from) {
    long value = 0;
    for (byte next : Arrays.copyOfRange(bytes, from, from + Long.BYTES)) {
      value = value << Byte.SIZE | next & 0xff;
    }
    return value;
  }
}
