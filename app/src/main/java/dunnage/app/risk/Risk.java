package dunnage.app.risk;

import dunnage.app.evidence.EvidenceLog;
import dunnage.app.evidence.EvidenceLog.Statement;
import dunnage.app.ledger.Ledger;
import dunnage.app.platform.Tenancy;
import dunnage.app.platform.TypeId;
import dunnage.app.risk.ScoreTable.Before;
import dunnage.app.risk.ScoreTable.Moment;
import dunnage.kernel.assessment.Assessment;
import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.assessment.RiskDesk;
import dunnage.kernel.assessment.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// The door: assesses an organisation's book and keeps what comes of it. The same book and day give
/// the same scores, so that doing it twice changes nothing.
@Component
public class Risk {

  private final Tenancy tenancy;
  private final TransactionTemplate still;
  private final Ledger ledger;
  private final EvidenceLog log;
  private final Today today;
  private final DeskTable desks;
  private final ScoreTable scores;
  private final AlarmTable alarms;
  private final JsonMapper json;

  Risk(
      Tenancy tenancy,
      PlatformTransactionManager transactions,
      Ledger ledger,
      EvidenceLog log,
      Today today,
      DeskTable desks,
      ScoreTable scores,
      AlarmTable alarms,
      JsonMapper json) {
    this.tenancy = tenancy;
    this.ledger = ledger;
    this.log = log;
    this.today = today;
    this.desks = desks;
    this.scores = scores;
    this.alarms = alarms;
    this.json = json;
    // The book is read by several statements, which must all see the same one: what was said of a
    // book that never was would be kept for ever.
    this.still = new TransactionTemplate(transactions);
    this.still.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// Assesses the book if it changed since, or if a new day has begun there.
  ///
  /// @return whether it was assessed; false also while someone else does
  public boolean bringUpToDate(UUID organisation) {
    boolean due =
        tenancy.in(
            organisation,
            () -> {
              boolean wanted = desks.due(today.day());
              if (wanted) {
                desks.open();
              }
              return wanted;
            });
    return due
        && Boolean.TRUE.equals(
            still.execute(status -> tenancy.in(organisation, this::assessIfNobodyDoes)));
  }

  private boolean assessIfNobodyDoes() {
    if (desks.lease().isEmpty() || !desks.due(today.day())) {
      return false;
    }
    desks.take();
    Moment moment = new Moment(today.day(), today.now(), desks.newestFact());
    Assessment assessment = RiskDesk.assess(ledger.book(), moment.asOf(), Settings.plain());
    List<Scored> all = scored(assessment.debtors());
    Map<UUID, Before> before = scores.before();
    Map<UUID, UUID> ids = new HashMap<>();
    List<Scored> changed = new ArrayList<>();
    for (Scored scored : all) {
      Before was = before.get(scored.debtor());
      if (was == null || !was.noticed().equals(scored.noticed())) {
        changed.add(scored);
      } else {
        ids.put(scored.debtor(), was.score());
      }
    }
    ids.putAll(told(changed, moment));
    scores.remember(changed, ids, moment);
    scores.keep(all, ids, moment);
    alarms.raise(all, before, moment);
    desks.done(moment, assessment.newestFact(), assessment.expectedCash());
    return true;
  }

  private List<Scored> scored(List<DebtorLine> lines) {
    List<Scored> all = new ArrayList<>(lines.size());
    for (DebtorLine line : lines) {
      UUID debtor = Scored.debtor(line);
      if (debtor == null) {
        throw new IllegalStateException("a debtor of the book without an id: " + line.debtor());
      }
      String figures = json.writeValueAsString(ScoreFigures.of(line));
      all.add(new Scored(debtor, all.size(), line, figures));
    }
    return all;
  }

  /// The entries that say what is new of each; their ids are those of the scores.
  private Map<UUID, UUID> told(List<Scored> changed, Moment moment) {
    List<Statement> statements =
        changed.stream()
            .map(
                scored ->
                    new Statement(
                        "score.computed", TypeId.of("deb", scored.debtor()), body(scored, moment)))
            .toList();
    List<UUID> ids = log.append(statements, "sys");
    Map<UUID, UUID> byDebtor = new HashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      byDebtor.put(changed.get(i).debtor(), ids.get(i));
    }
    return byDebtor;
  }

  private static Map<String, ?> body(Scored scored, Moment moment) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    UUID until = moment.knowsUntil();
    body.put("as_of", moment.asOf());
    body.put("knows_until", until == null ? null : TypeId.of("evt", until));
    body.put("figures", ScoreFigures.of(scored.line()));
    return body;
  }
}
