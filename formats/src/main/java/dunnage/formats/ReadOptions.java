package dunnage.formats;

import dunnage.kernel.money.Currency;
import java.nio.charset.Charset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the user said instead of letting it be recognised; null means: recognise.
///
/// @param currency currency of files that name none
/// @param charset character set of text files
/// @param dates `DMY` or `MDY` for dates with slashes
/// @param decimal the decimal sign, `,` or `.`
/// @param columns field name (`due`, `amount`, ...) to the header as written in the file
/// @param issuedBeforeDueDays how many days before the due date stand in for a missing issue date
/// @param termsDays days after issue that stand in for a missing due date
public record ReadOptions(
    @Nullable Currency currency,
    @Nullable Charset charset,
    @Nullable DateOrder dates,
    @Nullable Character decimal,
    Map<String, String> columns,
    int issuedBeforeDueDays,
    @Nullable Integer termsDays) {

  /// Order of day and month where the year stands last.
  public enum DateOrder {
    DMY,
    MDY
  }

  public ReadOptions {
    columns = Map.copyOf(columns);
  }

  public static ReadOptions recognise() {
    return new ReadOptions(null, null, null, null, Map.of(), 15, null);
  }
}
