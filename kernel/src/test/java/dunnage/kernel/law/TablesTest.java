package dunnage.kernel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The shipped tables are whole, and each row is read in exactly one way.
class TablesTest {

  private static final Law LAW = Law.shipped();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "late_interest",
        "reference_rates",
        "limitation",
        "deadlines",
        "daycounts_holidays"
      })
  void every_row_of_law_names_its_source_and_how_sure_it_is(String table) {
    List<LawRow> rows = LawTable.shipped(table);
    assertThat(rows).isNotEmpty();
    for (LawRow row : rows) {
      assertThat(row.text("source") + row.text("source_url")).as(row.toString()).isNotBlank();
      assertThat(row.text("confidence")).as(row.toString()).isIn("verified", "background");
    }
  }

  @Test
  void every_interest_row_is_read_once_and_nothing_else_is() {
    assertThat(LAW.interestRules().all()).hasSize(77);
    assertThat(ids("interest_rules")).isEqualTo(ids("late_interest"));
    assertThat(LAW.interestRules().all().stream().map(InterestRule::id)).doesNotHaveDuplicates();
  }

  @Test
  void every_limitation_row_is_read_once_and_nothing_else_is() {
    assertThat(LAW.limitationRules().all()).hasSize(80);
    assertThat(ids("limitation_rules")).isEqualTo(ids("limitation"));
    for (LimitationRule rule : LAW.limitationRules().all()) {
      assertThat(rule.reason()).as(rule.id()).isNotBlank();
      for (EventKind kind : EventKind.values()) {
        assertThat(rule.effectOf(kind)).isNotNull();
      }
      for (String other : rule.alternatives()) {
        assertThat(LAW.limitationRules().find(other)).as(other).isNotNull();
      }
    }
  }

  @Test
  void every_reference_of_a_rule_has_values_or_is_listed_without() {
    Set<String> without = new TreeSet<>();
    for (InterestRule rule : LAW.interestRules().all()) {
      if (!rule.series().isEmpty()) {
        RateSeries series = LAW.rate(rule.series());
        assertThat(series).as(rule.id()).isNotNull();
        if (series.points().isEmpty()) {
          without.add(series.id());
        }
      }
    }
    assertThat(without)
        .containsExactly("BR_TAXA_LEGAL", "CO_IBC", "HK_PRIME", "US_PRIME", "ZA_REPO");
  }

  @Test
  void every_series_with_values_says_until_when_it_is_known() {
    for (RateSeries series : LAW.rates().values()) {
      if (!series.points().isEmpty()) {
        LocalDate until = series.knownUntil();
        assertThat(until).as(series.id()).isNotNull();
        assertThat(until).isAfterOrEqualTo(series.points().getLast().effective());
        assertThat(series.on(until)).isNotNull();
        assertThat(series.on(until.plusDays(1))).isNull();
        assertThat(series.on(Objects.requireNonNull(series.knownFrom()).minusDays(1))).isNull();
      }
    }
  }

  /// A half-year without a row of its own would be a guess, except where a note speaks for it.
  @Test
  void half_year_snapshots_have_no_holes_but_those_a_note_covers() {
    List<String> holes = new ArrayList<>();
    for (RateSeries series : LAW.rates().values()) {
      if (!series.id().endsWith("_HY") && !series.id().equals("DE_BASISZINS")) {
        continue;
      }
      List<RatePoint> points = series.points();
      for (int i = 1; i < points.size(); i++) {
        LocalDate next = points.get(i - 1).effective().plusDays(1).plusMonths(6).minusDays(1);
        LocalDate there = points.get(i).effective();
        boolean followed = there.isBefore(next.plusDays(3)) && there.isAfter(next.minusDays(3));
        if (!followed && !points.get(i - 1).note().contains("for all halves")) {
          holes.add(series.id() + " before " + there);
        }
      }
    }
    assertThat(holes).isEmpty();
  }

  @Test
  void rounding_up_changes_no_reference_that_is_published_rounded() {
    for (String id : List.of("FI_REF_HY", "SE_REF_HY")) {
      String rule = id.substring(0, 2) + "-B2B";
      InterestRule row = Objects.requireNonNull(LAW.interestRules().find(rule));
      for (RatePoint point : Objects.requireNonNull(LAW.rate(id)).points()) {
        assertThat(row.rateOn(point.valuePercent(), row.multiplier()))
            .isEqualByComparingTo(point.valuePercent().add(row.marginPoints()));
      }
    }
  }

  @Test
  void quotes_line_ends_and_commas_of_a_table_are_read() {
    List<LawRow> rows = LawTable.read("a,b\n\"x, \"\"y\"\"\",\"two\nlines\"\n,\n");
    assertThat(rows.getFirst().text("a")).isEqualTo("x, \"y\"");
    assertThat(rows.getFirst().text("b")).isEqualTo("two\nlines");
    assertThat(rows.getLast().text("b")).isEmpty();
    assertThatThrownBy(() -> LawTable.read("a,b\n1\n")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> rows.getFirst().text("c")).isInstanceOf(IllegalStateException.class);
  }

  private static Set<String> ids(String table) {
    return LawTable.shipped(table).stream()
        .map(r -> r.text("id"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
