package dunnage.app.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The only way to the tables of organisations: a transaction for one organisation, and statements
/// that name it. Each statement filters by `org_id = :org`; row-level security, told of the same
/// organisation at the start of the transaction, is the second fence.
@Component
public final class Tenancy {

  /// The condition of the first fence, as every statement writes it.
  private static final Pattern FILTER = Pattern.compile("\\b(?:\\w+\\.)?org_id\\s*=\\s*:org\\b");

  private static final String ENTER = "SELECT set_config('dunnage.org_id', :org, true)";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /// The transaction of this thread.
  ///
  /// @param once what is to be done after it, each a single time
  private record Open(UUID organisation, TransactionStatus status, Set<Object> once) {}

  private final ThreadLocal<Open> entered = new ThreadLocal<>();
  private volatile boolean unfiltered;

  Tenancy(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.transactions = new TransactionTemplate(transactions);
  }

  /// Does the work in a transaction of the organisation: the one that is open, else a new one.
  ///
  /// @throws IllegalStateException if one of another organisation is open
  public <T extends @Nullable Object> T in(UUID organisation, Supplier<T> work) {
    Open open = entered.get();
    if (open != null) {
      if (!open.organisation().equals(organisation)) {
        throw new IllegalStateException("a transaction of another organisation is open");
      }
      return work.get();
    }
    return transactions.execute(
        status -> {
          entered.set(new Open(organisation, status, new HashSet<>()));
          try {
            jdbc.sql(ENTER).param("org", organisation.toString()).query().singleRow();
            return work.get();
          } finally {
            entered.remove();
          }
        });
  }

  /// Every organisation, for work that looks after each of them in turn.
  public List<UUID> all() {
    return jdbc.sql("SELECT org_id FROM tenant ORDER BY org_id")
        .query((row, n) -> row.getObject("org_id", UUID.class))
        .list();
  }

  /// The organisation whose transaction is open.
  ///
  /// @throws IllegalStateException if none is
  public UUID organisation() {
    return opened().organisation();
  }

  /// A statement in the open transaction, with `:org` bound.
  ///
  /// @throws IllegalArgumentException if it does not name the organisation
  public JdbcClient.StatementSpec sql(String text) {
    if (!text.contains(":org")) {
      throw new IllegalArgumentException("a statement without :org: " + text);
    }
    String statement =
        unfiltered ? FILTER.matcher(text).replaceAll("CAST(:org AS uuid) IS NOT NULL") : text;
    return jdbc.sql(statement).param("org", organisation());
  }

  /// Runs once the open transaction is committed, and not at all if it is not.
  public void afterCommit(Runnable then) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            then.run();
          }
        });
  }

  /// The same, but a single time however often the open transaction asks for it.
  ///
  /// @param what names it
  public void onceAfterCommit(Object what, Runnable then) {
    if (opened().once().add(what)) {
      afterCommit(then);
    }
  }

  /// Whether a transaction of an organisation is open.
  public boolean open() {
    return entered.get() != null;
  }

  /// Undoes everything the open transaction did, once its work ends: for a trial run.
  public void rollBack() {
    opened().status().setRollbackOnly();
  }

  /// Does work of which nothing is left when it fails; the transaction goes on.
  public <T extends @Nullable Object> T attempt(Supplier<T> work) {
    TransactionStatus status = opened().status();
    Object before = status.createSavepoint();
    try {
      T done = work.get();
      status.releaseSavepoint(before);
      return done;
    } catch (RuntimeException failed) {
      status.rollbackToSavepoint(before);
      status.releaseSavepoint(before);
      throw failed;
    }
  }

  private Open opened() {
    Open open = entered.get();
    if (open == null) {
      throw new IllegalStateException("no transaction of an organisation is open");
    }
    return open;
  }

  /// Leaves the first fence out, so that a test sees the second hold alone.
  void withoutFilter(boolean off) {
    unfiltered = off;
  }
}
