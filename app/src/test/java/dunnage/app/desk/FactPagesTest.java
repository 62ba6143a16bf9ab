package dunnage.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.app.platform.RunningServer;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What was entered is corrected and taken back by page, with a reason, and both stay.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactPagesTest {

  private PageClient pages = new PageClient(RunningServer.get().organisation());
  private String debtor = "";

  @BeforeAll
  void signIn() {
    RunningServer.get().setDay(LocalDate.of(2026, 11, 25));
    pages = PageClient.of(RunningServer.get().organisation());
    debtor = pages.done("/debtors/new", "name", "Kontor Nord GmbH", "country", "de");
  }

  private String enter(String what, String number, String amount, String... more) {
    String[] fields = new String[more.length + 6];
    System.arraycopy(
        new String[] {"what", what, "number", number, "amount", amount}, 0, fields, 0, 6);
    System.arraycopy(more, 0, fields, 6, more.length);
    Matcher made =
        Pattern.compile("made=([a-z]+_[0-9a-z]+)").matcher(pages.done(debtor + "/enter", fields));
    assertThat(made.find()).isTrue();
    return made.group(1);
  }

  @Test
  void a_receivable_is_corrected_disputed_written_off_and_withdrawn() {
    String at = "/receivables/" + enter("receivable", "F-1", "1000 EUR", "due", "2026-12-24");
    assertThat(pages.text(at)).contains("F-1", "EUR 1,000.00", "Nothing was paid of it yet");

    String wrong =
        pages.refused(at, "seen", "1", "due", "2026-01-01", "issued", "2026-11-25", "reason", "x");
    assertThat(wrong).contains("Due");
    pages.refused(at, "seen", "1", "amount", "900", "reason", "");
    assertThat(pages.done(at, "seen", "1", "amount", "900", "reason", "price agreed"))
        .contains("done=corrected");
    assertThat(pages.text(at)).contains("EUR 900.00");
    pages.refused(at, "seen", "1", "amount", "800", "reason", "somebody was faster");

    String disputed = pages.done(at + "/disputes", "words", "ten pairs are wet", "amount", "100");
    assertThat(pages.text(disputed)).contains("disputed", "ten pairs are wet");
    Matcher dispute = Pattern.compile("/events/evn_[0-9a-z]+").matcher(pages.get(at).body());
    assertThat(dispute.find()).isTrue();
    assertThat(pages.text(dispute.group())).contains("ten pairs are wet", "End the dispute");
    assertThat(pages.done(dispute.group() + "/close", "outcome", "credited"))
        .contains("done=dispute-ended");
    assertThat(pages.text(dispute.group())).contains("credited");

    pages.refused(at + "/write-off", "amount", "1000", "reason", "more than is owed");
    pages.done(at + "/write-off", "amount", "50", "reason", "bank charges");
    assertThat(pages.text(at)).contains("EUR 850.00", "Write-off");
    Matcher entry =
        Pattern.compile(Pattern.quote(at) + "/entries/evt_[0-9a-z]+").matcher(pages.get(at).body());
    assertThat(entry.find()).isTrue();
    pages.done(entry.group(), "reason", "they paid it after all");
    pages.refused(at + "/withdraw", "reason", "a dispute hangs on it");
    pages.done(dispute.group() + "/withdraw", "reason", "noted for the wrong invoice");
    assertThat(pages.done(at + "/withdraw", "reason", "never delivered"))
        .contains(debtor, "done=withdrawn");
    assertThat(pages.get(at).status()).isEqualTo(404);
    assertThat(pages.text(debtor))
        .contains("Receivable withdrawn", "never delivered", "price agreed");
  }

  @Test
  void an_overpayment_stays_as_a_credit_and_pays_what_one_says() {
    enter("receivable", "F-2", "300 USD", "due", "2026-12-01");
    String at = "/receipts/" + enter("payment", "TT-1", "500 USD");
    assertThat(pages.text(at)).contains("Not allocated USD 200.00", "F-2");
    String later = enter("receivable", "F-3", "700 USD", "due", "2026-12-15");
    pages.refused(at + "/allocations", "receivable", later, "amount", "201");
    assertThat(pages.done(at + "/allocations", "receivable", later)).contains("done=allocated");
    assertThat(pages.text("/receivables/" + later)).contains("Open USD 500.00", "Payment");
    Matcher entry =
        Pattern.compile(Pattern.quote(at) + "/allocations/evt_[0-9a-z]+")
            .matcher(pages.get(at).body());
    assertThat(entry.find()).isTrue();
    pages.done(entry.group(), "reason", "wrong invoice");
    assertThat(pages.done(at, "seen", version(at), "amount", "400 USD", "reason", "misread"))
        .contains("done=corrected");
    assertThat(pages.done(at + "/withdraw", "reason", "the bank took it back"))
        .contains("done=withdrawn");
    assertThat(pages.text(debtor)).contains("the bank took it back");
  }

  private String version(String at) {
    Matcher seen = Pattern.compile("name=\"seen\" value=\"(\\d+)\"").matcher(pages.get(at).body());
    assertThat(seen.find()).isTrue();
    return seen.group(1);
  }

  @Test
  void an_order_has_a_deposit_and_a_balance_and_is_closed() {
    String made =
        enter(
            "order",
            "SO-9",
            "1000.01 EUR",
            "percent",
            "30",
            "deposit_due",
            "2026-12-01",
            "due",
            "2027-02-01");
    String at = "/orders/" + made;
    assertThat(pages.text(at)).contains("deposit EUR 300.00", "balance EUR 700.01", "not invoiced");
    assertThat(pages.text(debtor)).contains("SO-9");
    pages.refused(
        debtor + "/enter", "what", "order", "number", "SO-10", "amount", "5 EUR", "percent", "130");
    pages.done(at, "seen", version(at), "amount", "1200", "reason", "twenty more pairs");
    assertThat(pages.text(at)).contains("EUR 1,200.00");
    pages.done(at + "/state", "closed", "true", "reason", "they want no more");
    assertThat(pages.text(at)).contains("closed");
    pages.done(at + "/state", "closed", "false", "reason", "they do");
    assertThat(pages.done(at + "/withdraw", "reason", "a mistake")).contains("done=withdrawn");
  }

  @Test
  void what_was_noted_is_undone_with_one_press() {
    String told =
        pages.done(debtor + "/events", "kind", "call", "words", "nobody there", "on", "2026-11-20");
    Matcher undo =
        Pattern.compile("action=\"(/events/evn_[0-9a-z]+/withdraw)\"")
            .matcher(pages.get(told).body());
    assertThat(undo.find()).isTrue();
    assertThat(pages.done(undo.group(1), "reason", "Entered by mistake")).contains(debtor);
    assertThat(pages.text(debtor)).contains("Note taken back");
    pages.refused(debtor + "/events", "kind", "promise", "words", "", "until", "never");
  }

  @Test
  void a_paper_is_attached_as_it_is_and_taken_back_but_never_lost() {
    String form = "/documents/new?debtor=" + debtor.replace("/debtors/", "");
    assertThat(pages.text(form)).contains("Attach a paper", "the debtor as a whole");
    String place =
        pages.upload(
            "/documents", debtor.replace("/debtors/", ""), "folder\\b l.pdf", "%PDF-1.7 x");
    Matcher made = Pattern.compile("made=(doc_[0-9a-z]+)").matcher(place);
    assertThat(made.find()).as(place).isTrue();
    String at = "/documents/" + made.group(1);
    assertThat(pages.text(place)).contains("Attached. It is on the timeline", "b l.pdf", "Undo");
    assertThat(pages.text(at)).contains("b l.pdf", "10 bytes", "the bill of lading");
    var content = pages.get(at + "/content");
    assertThat(content.body()).isEqualTo("%PDF-1.7 x");
    assertThat(content.header("Content-Disposition"))
        .startsWith("attachment")
        .contains("b%20l.pdf");
    assertThat(pages.uploaded("/documents", debtor.replace("/debtors/", ""), "e.pdf", "").status())
        .isEqualTo(422);
    assertThat(
            pages.uploaded("/documents", "deb_01mb91gjbfegb9wc5eacemqr41", "e.pdf", "x").status())
        .isEqualTo(404);
    assertThat(pages.done(at + "/withdraw", "reason", "of another debtor")).contains(debtor);
    assertThat(pages.text(at)).contains("withdrawn");
    assertThat(pages.get(at + "/content").body()).isEqualTo("%PDF-1.7 x");
  }

  @Test
  void a_debtor_and_the_people_there_are_changed() {
    String at = debtor + "/edit";
    assertThat(pages.text(at)).contains("Kontor Nord GmbH", "Add a person");
    pages.refused(at, "seen", version(at), "name", "", "country", "DE");
    assertThat(pages.refused(at, "seen", "77", "name", "Other", "country", "DE", "note", "kept"))
        .contains("value=\"Other\"", ">kept<");
    pages.done(
        at,
        "seen",
        version(at),
        "name",
        "Kontor Nord GmbH",
        "country",
        "DE",
        "language",
        "de",
        "terms",
        "30 days net",
        "note",
        "closed in August");
    pages.refused(debtor + "/people", "name", "Ida", "role", "owner", "email", "no address");
    pages.done(debtor + "/people", "name", "Ida", "role", "owner", "email", "ida@nord.example");
    assertThat(pages.text(debtor)).contains("Ida", "ida@nord.example");
    Matcher person =
        Pattern.compile("action=\"(" + at.replace("/edit", "") + "/people/con_[0-9a-z]+)\"")
            .matcher(pages.get(at).body());
    assertThat(person.find()).isTrue();
    pages.done(
        person.group(1),
        "seen",
        "1",
        "name",
        "Ida B.",
        "role",
        "approver",
        "email",
        "ida@nord.example");
    pages.done(person.group(1) + "/left");
    assertThat(pages.text(debtor)).contains("Nobody is known there yet");
  }
}
