package dunnage.app.ledger;

import dunnage.app.access.Access;
import dunnage.app.ledger.ReceivableView.DebtorRef;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.app.wording.MoneyText;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Finds receivables and money by what one has in hand: the beginning of a number, an amount, what
/// the bank wrote beside it.
@Component
public class LedgerSearch {

  /// @param open what is left of it
  public record Owed(
      String id,
      DebtorRef debtor,
      String number,
      String part,
      LocalDate due,
      Money amount,
      Money open) {}

  /// @param debtor null until it is known who paid
  /// @param text the first that the bank wrote
  public record Paid(
      String id,
      String kind,
      @Nullable DebtorRef debtor,
      String number,
      @Nullable LocalDate on,
      Money amount,
      String text) {}

  /// Of an amount in the smallest unit, in 64 bits.
  private static final int MOST_DIGITS = 18;

  private static final int SHORTEST = 2;
  private static final int LONGEST = 200;

  /// A number begins with what was typed: as a range, since only such comparisons are asked of an
  /// index before row-level security has seen the row.
  private static final String BEGINS =
      """
      SELECT n.%1$s_id FROM %1$s n, unnest(CAST(:from AS text[]), CAST(:to AS text[])) AS k (a, z)
       WHERE n.org_id = :org AND n.number >= k.a AND n.number < k.z AND starts_with(n.number, k.a)
      """;

  private static final String COSTS =
      """
      SELECT n.%1$s_id FROM unnest(CAST(:code AS text[]), CAST(:minor AS text[])) AS k (code, minor)
        JOIN %1$s n ON n.org_id = :org AND n.currency = k.code::char(3)
         AND n.%2$s = k.minor::bigint
      """;

  /// What the bank wrote is looked through for the latest alone: no index helps with words that
  /// stand anywhere, and older money is found by number or amount.
  private static final String TELLS =
      """
      SELECT l.receipt_id
        FROM (SELECT n.receipt_id, n.payer, n.texts FROM receipt n WHERE n.org_id = :org
               ORDER BY n.receipt_id DESC LIMIT 50000) l
       WHERE strpos(lower(l.texts), :words) > 0 OR strpos(lower(l.payer), :words) > 0
      """;

  private static final String OWED =
      """
      SELECT r.receivable_id, r.number, r.part, r.due, r.currency, r.amount, r.open,
             d.debtor_id AS now_id, d.number AS now_number, d.name AS now_name
        FROM receivable r
        JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
        JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE r.org_id = :org AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
         AND r.receivable_id = ANY (ARRAY(%s))
       ORDER BY r.open = 0, r.due, r.receivable_id LIMIT :most
      """;

  private static final String PAID =
      """
      SELECT r.receipt_id, r.kind, r.number, r.on_day, r.currency, r.amount, r.payer, r.texts,
             d.debtor_id AS now_id, d.number AS now_number, d.name AS now_name
        FROM receipt r
        LEFT JOIN debtor_current c ON c.org_id = :org AND c.debtor_id = r.debtor_id
        LEFT JOIN debtor d ON d.org_id = :org AND d.debtor_id = c.current_id
       WHERE r.org_id = :org AND (CAST(:seller AS uuid) IS NULL OR d.owner_id = :seller)
         AND r.receipt_id = ANY (ARRAY(%s))
       ORDER BY r.on_day DESC NULLS LAST, r.receipt_id DESC LIMIT :most
      """;

  private final Tenancy tenancy;
  private final Access access;

  LedgerSearch(Tenancy tenancy, Access access) {
    this.tenancy = tenancy;
    this.access = access;
  }

  /// Open ones first, by when they are due.
  public List<Owed> receivables(String words, int most) {
    String text = plain(words);
    if (text.length() < SHORTEST) {
      return List.of();
    }
    List<Money> amounts = amounts(text);
    String ids = BEGINS.formatted("receivable");
    if (!amounts.isEmpty()) {
      ids +=
          " UNION "
              + COSTS.formatted("receivable", "amount")
              + " UNION "
              + COSTS.formatted("receivable", "open")
              + " AND n.open > 0";
    }
    return bound(tenancy.sql(OWED.formatted(ids)), text, amounts)
        .param("most", most)
        .query((row, n) -> owed(row))
        .list();
  }

  /// The latest first.
  public List<Paid> receipts(String words, int most) {
    String text = plain(words);
    if (text.length() < SHORTEST) {
      return List.of();
    }
    List<Money> amounts = amounts(text);
    String ids = BEGINS.formatted("receipt") + " UNION " + TELLS;
    if (!amounts.isEmpty()) {
      ids += " UNION " + COSTS.formatted("receipt", "amount");
    }
    return bound(tenancy.sql(PAID.formatted(ids)), text, amounts)
        .param("words", text.toLowerCase(Locale.ROOT))
        .param("most", most)
        .query((row, n) -> paid(row))
        .list();
  }

  private static String plain(String words) {
    String text = words.replace('\u0000', ' ').strip();
    return text.length() > LONGEST ? "" : text;
  }

  private StatementSpec bound(StatementSpec statement, String text, List<Money> amounts) {
    Set<String> spellings = new LinkedHashSet<>();
    spellings.add(text);
    spellings.add(text.toUpperCase(Locale.ROOT));
    spellings.add(text.toLowerCase(Locale.ROOT));
    return statement
        .param("seller", access.onlyDebtorsOf().orElse(null))
        .param("from", spellings.toArray(String[]::new))
        .param("to", spellings.stream().map(LedgerSearch::beyond).toArray(String[]::new))
        .param("code", amounts.stream().map(m -> m.currency().code()).toArray(String[]::new))
        .param(
            "minor", amounts.stream().map(m -> String.valueOf(m.minor())).toArray(String[]::new));
  }

  /// After every text that begins so.
  private static String beyond(String text) {
    return text + Character.toString(Character.MAX_CODE_POINT);
  }

  /// What an amount may be: in the currency that was typed, else in each one.
  private static List<Money> amounts(String text) {
    List<Money> amounts = new ArrayList<>();
    try {
      Money typed = MoneyText.read(text, Currency.NONE);
      Stream<Currency> currencies =
          typed.currency().equals(Currency.NONE)
              ? java.util.Currency.getAvailableCurrencies().stream()
                  .map(java.util.Currency::getCurrencyCode)
                  .sorted()
                  .map(Currency::find)
                  .flatMap(Stream::ofNullable)
              : Stream.of(typed.currency());
      currencies.forEach(
          currency -> {
            BigDecimal value = typed.toBigDecimal().stripTrailingZeros();
            boolean fits = value.precision() - value.scale() + currency.digits() <= MOST_DIGITS;
            if (typed.signum() > 0 && value.scale() <= currency.digits() && fits) {
              amounts.add(Money.of(currency, typed.toBigDecimal()));
            }
          });
    } catch (MoneyText.Unclear noAmount) {
      return List.of();
    }
    return amounts;
  }

  private static Owed owed(ResultSet row) throws SQLException {
    Currency currency = Currency.of(row.getString("currency"));
    return new Owed(
        TypeId.of("inv", row.getObject("receivable_id", UUID.class)),
        java.util.Objects.requireNonNull(debtor(row)),
        row.getString("number"),
        row.getString("part"),
        row.getObject("due", LocalDate.class),
        new Money(currency, row.getLong("amount")),
        new Money(currency, row.getLong("open")));
  }

  private static Paid paid(ResultSet row) throws SQLException {
    String texts = row.getString("texts");
    return new Paid(
        TypeId.of("rcp", row.getObject("receipt_id", UUID.class)),
        row.getString("kind"),
        debtor(row),
        row.getString("number"),
        row.getObject("on_day", LocalDate.class),
        new Money(Currency.of(row.getString("currency")), row.getLong("amount")),
        texts.isEmpty() ? row.getString("payer") : texts.lines().findFirst().orElse(""));
  }

  private static @Nullable DebtorRef debtor(ResultSet row) throws SQLException {
    UUID id = row.getObject("now_id", UUID.class);
    return id == null
        ? null
        : new DebtorRef(
            TypeId.of("deb", id), row.getString("now_number"), row.getString("now_name"));
  }
}
