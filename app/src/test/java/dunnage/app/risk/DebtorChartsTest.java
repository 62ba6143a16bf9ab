package dunnage.app.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.desk.PageWords;
import dunnage.app.ledger.ReceivableView.DebtorRef;
import dunnage.app.ledger.Shares.Share;
import dunnage.app.platform.RunningServer;
import dunnage.app.risk.LatenessPicture.Box;
import dunnage.app.risk.LatenessPicture.Change;
import dunnage.app.risk.LatenessPicture.Dot;
import dunnage.app.risk.LatenessPicture.Last;
import dunnage.app.risk.LatenessPicture.Rule;
import dunnage.app.risk.LatenessPicture.Stroke;
import dunnage.app.risk.LatenessPicture.Tick;
import dunnage.kernel.money.Currency;
import dunnage.kernel.money.Money;
import dunnage.kernel.risk.Piece;
import dunnage.kernel.warning.LatenessSeries;
import dunnage.kernel.warning.LatenessSeries.Month;
import dunnage.kernel.warning.LatenessSeries.Point;
import dunnage.kernel.warning.LatenessSeries.Range;
import dunnage.kernel.warning.LatenessSeries.Recent;
import dunnage.kernel.warning.LatenessSeries.Typical;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Charts of the pages, with their places worked out by hand.
class DebtorChartsTest {

  private static final Currency EUR = Currency.of("EUR");
  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final LocalDate SINCE = day(60);

  private static LocalDate day(int place) {
    return FROM.plusDays(place);
  }

  private static Month month(int month, @Nullable Typical typical) {
    LocalDate first = LocalDate.of(2026, month, 1);
    LocalDate last = month == 4 ? day(100) : first.plusMonths(1).minusDays(1);
    return new Month(first, last, 1, 0, new Range(0, 5, 10), typical);
  }

  /// A hundred days, so that a day is a percent; the scale goes from 0 to 20 days, 7.6 px each.
  private static LatenessSeries series(Recent recent) {
    return new LatenessSeries(
        FROM,
        day(100),
        4,
        List.of(
            new Point(day(80), 20, true),
            new Point(day(10), 0, false),
            new Point(day(30), 10, false),
            new Point(SINCE, 20, false)),
        List.of(
            month(1, new Typical(5, false)),
            month(2, new Typical(5, false)),
            month(3, new Typical(10, true)),
            month(4, new Typical(20, true))),
        new Range(0, 5, 10),
        recent);
  }

  @Test
  void lateness_is_drawn_with_its_band_its_line_and_its_change() {
    Change change = new Change(true, SINCE, 106L);
    LatenessPicture picture = LatenessPicture.of(series(new Recent(2, 1)), change).orElseThrow();
    assertThat(picture.foot()).isEqualTo("166");
    assertThat(picture.rules())
        .containsExactly(
            new Rule(0, "166", true),
            new Rule(5, "128", false),
            new Rule(10, "90", false),
            new Rule(15, "52", false),
            new Rule(20, "14", false));
    assertThat(picture.ticks())
        .containsExactly(
            new Tick(FROM, "0%", true),
            new Tick(day(31), "31%", false),
            new Tick(day(59), "59%", false),
            new Tick(day(90), "90%", false));
    assertThat(picture.usual()).isEqualTo(new Box("0%", "100%", "90", "76", "166", false));
    assertThat(picture.typical())
        .containsExactly(
            new Stroke("30%", "128", "58%", "128", false),
            new Stroke("58%", "128", "89%", "90", true),
            new Stroke("89%", "90", "100%", "14", true));
    assertThat(picture.dots())
        .containsExactly(
            new Dot("10%", "166", false, day(10), 0),
            new Dot("30%", "90", false, day(30), 10),
            new Dot("60%", "14", false, SINCE, 20),
            new Dot("80%", "14", true, day(80), 20));
    assertThat(picture.last()).isEqualTo(new Last("100%", "14", 20, true));
    assertThat(picture.sinceX()).isEqualTo("60%");
    assertThat(picture.sinceLeft()).isTrue();
    assertThat(picture.beyond()).isEmpty();
    assertThat(picture.spread()).isEmpty();
  }

  @Test
  void lateness_is_told_in_every_language() {
    PageWords words = RunningServer.get().part(PageWords.class);
    LatenessPicture worse =
        LatenessPicture.of(series(new Recent(2, 1)), new Change(true, SINCE, 106L)).orElseThrow();
    assertThat(new LatenessWords(words, PageWords.LANGUAGES.get(0)).sentence(worse))
        .isEqualTo(
            "Pays later since 2 Mar 2026; a sound debtor shows that once in 106 years. "
                + "Typical now: at least 20 days late. "
                + "Usual for them: 5 days late, eight times in ten from on time to"
                + " 10 days late. Of the 2 due since then 1 is unpaid.");
    assertThat(new LatenessWords(words, PageWords.LANGUAGES.get(1)).sentence(worse))
        .contains("自 2026年3月2日 起付款变晚", "逾期 20 天", "2 笔中有 1 笔未付");
    assertThat(new LatenessWords(words, PageWords.LANGUAGES.get(2)).sentence(worse))
        .contains("раз в 106 лет", "20 дней после срока", "Из 2 со сроком");
    LatenessPicture steady = LatenessPicture.of(series(new Recent(6, 0)), null).orElseThrow();
    assertThat(new LatenessWords(words, PageWords.LANGUAGES.get(0)).sentence(steady))
        .startsWith("Typical now")
        .endsWith("10 days late.");
    assertThat(steady.sinceX()).isEmpty();
    assertThat(steady.typical()).noneMatch(Stroke::worse);
  }

  @Test
  void where_points_would_be_a_cloud_months_are_drawn() {
    LatenessSeries few = series(new Recent(6, 0));
    Month april = new Month(day(90), day(100), 40, 1, new Range(20, 20, 20), null);
    LatenessSeries many =
        new LatenessSeries(
            FROM,
            day(100),
            80,
            List.of(),
            List.of(few.months().getFirst(), april),
            few.usual(),
            few.recent());
    LatenessPicture picture = LatenessPicture.of(many, null).orElseThrow();
    assertThat(picture.spread())
        .containsExactly(
            new Box("7.5%", "15%", "90", "76", "166", false),
            new Box("92.5%", "5%", "14", "3", "17", true));
    assertThat(picture.someOpen()).isTrue();
    assertThat(picture.last()).isNull();
  }

  @Test
  void too_little_is_not_drawn() {
    LatenessSeries none =
        new LatenessSeries(FROM, FROM, 0, List.of(), List.of(), null, new Recent(0, 0));
    assertThat(LatenessPicture.of(none, null)).isEmpty();
  }

  @Test
  void the_change_is_that_of_the_trend() {
    Map<String, @Nullable Object> figures =
        Map.of(
            "trend",
            "worse",
            "warnings",
            List.of(
                Map.of("signal", "silence", "trend", "worse", "since", "2026-05-01"),
                Map.of("signal", "lateness", "trend", "better", "since", "2026-06-01"),
                Map.of(
                    "signal",
                    "lateness",
                    "trend",
                    "worse",
                    "since",
                    "2026-07-01",
                    "false_alarms_per_100_years",
                    0.5)));
    assertThat(DebtorCharts.change(figures))
        .isEqualTo(new Change(true, LocalDate.of(2026, 7, 1), 200L));
    assertThat(DebtorCharts.change(Map.of("trend", "steady"))).isNull();
  }

  private static Judged judged(@Nullable Integer points, Judged.Because... reasons) {
    return new Judged(
        "deb_1",
        "D",
        "",
        "D",
        true,
        points,
        List.of(),
        List.of(),
        0,
        "worse",
        "call",
        "",
        null,
        List.of(reasons),
        null);
  }

  private static Judged.Because lost(Piece piece, int points) {
    return new Judged.Because(piece.code(), -points, "");
  }

  @Test
  void points_lost_add_up_by_what_they_are_about() {
    Judged now =
        judged(
            49,
            lost(Piece.PAYMENT_INDEX, 20),
            lost(Piece.OVERDUE, 15),
            lost(Piece.OVERDUE_GROWING, 10),
            lost(Piece.SILENCE, 6));
    Judged then = judged(80, lost(Piece.PAYMENT_INDEX, 20));
    DimensionBars bars = DimensionBars.of(now, then, FROM).orElseThrow();
    assertThat(bars.change()).isEqualTo(-31);
    assertThat(bars.worst()).isEqualTo("overdue");
    assertThat(bars.bars())
        .containsExactly(
            bar("paying", 20, 20, "80.0", "80.0"),
            bar("overdue", 25, 0, "100.0", "0.0"),
            bar("trend", 0, 0, "0.0", "0.0"),
            bar("word", 6, 0, "24.0", "0.0"),
            bar("standing", 0, 0, "0.0", "0.0"));
    DimensionBars first = DimensionBars.of(then, null, FROM).orElseThrow();
    assertThat(first.since()).isNull();
    assertThat(first.bars()).allMatch(one -> one.tick() == null);
    assertThat(DimensionBars.of(judged(null), then, FROM)).isEmpty();
  }

  private static DimensionBars.Bar bar(String code, int lost, int before, String x, String tick) {
    return new DimensionBars.Bar(code, lost, before, new BigDecimal(x), new BigDecimal(tick));
  }

  @ParameterizedTest
  @EnumSource(value = Piece.class, mode = EnumSource.Mode.EXCLUDE, names = "NOT_ENOUGH_DATA")
  void every_piece_of_a_score_is_about_one_thing(Piece piece) {
    assertThat(Arrays.stream(Dimension.values()).filter(one -> one.has(piece.code()))).hasSize(1);
  }

  private static Share share(String name, long cents, long total, double herfindahl) {
    return new Share(
        new DebtorRef("deb_" + name, null, name),
        new Money(EUR, cents),
        new Money(EUR, total),
        herfindahl,
        3,
        9);
  }

  @Test
  void what_hangs_on_few_is_told_by_shares() {
    ShareBars bars =
        ShareBars.of(
                "EUR",
                List.of(
                    share("A", 500_00, 1_000_00, 3_800),
                    share("B", 300_00, 1_000_00, 3_800),
                    share("C", 200_00, 1_000_00, 3_800)))
            .orElseThrow();
    assertThat(bars.advice()).isEqualTo("one");
    assertThat(bars.first()).isEqualByComparingTo("50");
    assertThat(bars.three()).isEqualByComparingTo("100");
    assertThat(bars.bars().stream().map(one -> one.length() + " " + one.reached()))
        .containsExactly("100.0 50.0", "60.0 80.0", "40.0 100.0");
    assertThat(advice(25, 2_000)).isEqualTo("few");
    assertThat(advice(25, 1_800)).isEqualTo("spread");
    assertThat(ShareBars.of("USD", List.of(share("A", 1, 1, 10_000)))).isEmpty();
  }

  private static String advice(long percent, double herfindahl) {
    Optional<ShareBars> bars = ShareBars.of("EUR", List.of(share("A", percent, 100, herfindahl)));
    return bars.map(ShareBars::advice).orElse("");
  }
}
