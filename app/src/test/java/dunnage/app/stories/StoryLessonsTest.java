package dunnage.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.assessment.DebtorLine;
import dunnage.kernel.risk.Degree;
import dunnage.kernel.risk.Grade;
import dunnage.kernel.risk.NextStep.Action;
import dunnage.kernel.risk.TermsAdvice;
import dunnage.kernel.warning.Tendency;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What must stay true of the stories whatever the wording: rewriting the golden files cannot undo
/// it.
class StoryLessonsTest {

  /// Steps at which one does not go on shipping on open account.
  private static final Set<Action> STOP =
      Set.of(
          Action.HOLD,
          Action.FIND_DECIDER,
          Action.CALL_DECIDER,
          Action.FINAL_DEMAND,
          Action.HAND_OVER,
          Action.FILE_CLAIM);

  private static final String SELLER = "Guangzhou Hualan E-commerce";
  private static final String BRITISH = "Aldwick & Moor";

  private static DebtorLine at(String story, String day, String name) throws IOException {
    return StoriesTest.debtor(story, day, name);
  }

  @Test
  void the_big_seller_is_not_on_open_account_long_before_its_redundancies_are_news()
      throws IOException {
    DebtorLine boots = at("1-big-seller-boots.txt", "2023-12-31", SELLER);

    assertThat(boots.nextStep().action()).isIn(STOP);
    assertThat(boots.terms()).isIn(TermsAdvice.DEPOSIT_AND_BALANCE, TermsAdvice.PREPAYMENT);
    assertThat(boots.behaviour().orders()).isEqualTo(dunnage.kernel.behaviour.Trend.FALLING);
  }

  @Test
  void the_old_customer_who_leaves_balances_unpaid_is_held_by_spring_whoever_it_is()
      throws IOException {
    DebtorLine spring = at("5-eleven-good-years.txt", "2020-04-30", BRITISH);

    assertThat(spring.nextStep().action()).isIn(STOP);
    assertThat(spring.terms()).isNotEqualTo(TermsAdvice.OPEN_ACCOUNT);
  }

  @Test
  void the_same_customer_in_a_good_year_is_shipped_to() throws IOException {
    DebtorLine good = at("5-eleven-good-years.txt", "2019-12-31", BRITISH);

    assertThat(good.nextStep().action())
        .isIn(Action.SHIP, Action.WATCH, Action.GROW, Action.REMIND);
    assertThat(good.grade()).isIn(Grade.A, Grade.B);
  }

  @Test
  void an_opened_insolvency_is_a_claim_to_file() throws IOException {
    assertThat(at("5-eleven-good-years.txt", "2021-05-20", BRITISH).nextStep().action())
        .isEqualTo(Action.FILE_CLAIM);
  }

  @Test
  void the_marketplace_is_in_trouble_while_the_wait_grows_and_not_after_it_stopped()
      throws IOException {
    DebtorLine before = at("3-marketplace-pays-later.txt", "2023-12-31", "Craftway Marketplace");

    assertThat(before.behaviour().lateness()).isEqualTo(dunnage.kernel.behaviour.Trend.RISING);
    assertThat(before.degree()).isGreaterThanOrEqualTo(Degree.MODERATE);
    assertThat(before.nextStep().action()).isIn(STOP);
  }

  @Test
  void promises_that_passed_are_broken_promises() throws IOException {
    DebtorLine winter = at("3-marketplace-pays-later.txt", "2024-12-31", "Craftway Marketplace");

    assertThat(winter.behaviour().brokenPromises()).isEqualTo(2);
    assertThat(winter.behaviour().silentSince()).isEqualTo("2024-11-05");
  }

  @Test
  void four_reasons_get_four_different_steps_at_forty_five_days() throws IOException {
    String story = "4-four-debtors-four-reasons.txt";
    String day = "2026-03-17";

    assertThat(at(story, day, "Forgetful & Sons").nextStep().action())
        .isIn(Action.SHIP, Action.GROW);
    assertThat(at(story, day, "Unhappy Imports").nextStep().action())
        .isEqualTo(Action.SETTLE_DISPUTE);
    assertThat(at(story, day, "Holdback Trading").nextStep().action()).isIn(STOP);
    assertThat(at(story, day, "Shortcash GmbH").nextStep().action())
        .isEqualTo(Action.OFFER_INSTALMENTS);
  }

  @Test
  void a_reminder_comes_first() throws IOException {
    assertThat(
            at("4-four-debtors-four-reasons.txt", "2026-02-05", "Forgetful & Sons")
                .nextStep()
                .action())
        .isEqualTo(Action.REMIND);
  }

  @Test
  void who_gets_worse_is_said_while_it_happens_and_not_of_a_good_year() throws IOException {
    assertThat(at("1-big-seller-boots.txt", "2023-12-31", SELLER).warning().trend())
        .isEqualTo(Tendency.WORSE);
    assertThat(
            at("3-marketplace-pays-later.txt", "2023-10-31", "Craftway Marketplace")
                .warning()
                .trend())
        .isEqualTo(Tendency.WORSE);
    assertThat(at("5-eleven-good-years.txt", "2020-04-30", BRITISH).warning().trend())
        .isEqualTo(Tendency.WORSE);
    assertThat(at("5-eleven-good-years.txt", "2019-12-31", BRITISH).warning().trend())
        .isEqualTo(Tendency.STEADY);
  }
}
