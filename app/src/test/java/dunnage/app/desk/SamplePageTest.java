package dunnage.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import dunnage.app.platform.RunningServer.Answer;
import dunnage.app.platform.RunningServer.Client;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/// Whoever has nothing yet can look at the sample company, which is a place of its own.
class SamplePageTest {

  private final Client client = RunningServer.get().organisation();

  private PageClient moved(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(302);
    return PageClient.with(client, answer.header("Set-Cookie").split(";")[0]);
  }

  private static void await(PageClient pages, String words) {
    for (int i = 0; i < 150 && !pages.text("/").contains(words); i++) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    assertThat(pages.text("/")).contains(words);
  }

  @Test
  void the_sample_is_entered_worked_in_and_left_and_nothing_of_it_is_ones_own() {
    RunningServer.get().setDay(LocalDate.of(2026, 11, 25));
    PageClient own = PageClient.of(client);
    assertThat(own.text("/")).contains("Nothing here yet", "Look at the sample company");
    PageClient sample = moved(own.form("/sample"));
    await(sample, "For you today");
    await(sample, "need you today");
    assertThat(sample.text("/")).contains("温州瑞益鞋业 (sample)", "Leave the sample");
    assertThat(sample.text("/debtors")).contains("Aldwick");
    assertThat(sample.text("/imports")).contains("receivables.csv", "orders.csv");

    PageClient back = moved(sample.form("/sample/leave"));
    assertThat(back.text("/")).contains("Nothing here yet").doesNotContain("Aldwick");
    PageClient again = moved(back.form("/sample"));
    assertThat(again.get("/imports").body().split("receivables.csv", -1)).hasSize(2);
  }
}
