package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CharsetsTest {

  private static final String CHINESE =
      "单据编号,客户名称,单据日期,到期日,金额,币别\nA1,宁波海丰贸易有限公司,2026-01-05,2026-02-04,1200.50,人民币\nA2,深圳电子厂,2026-01-06,2026-02-05,80.00,USD\n";
  private static final String RUSSIAN =
      "Номер;Контрагент;Дата документа;Срок оплаты;Сумма;Валюта\nA1;ООО Ромашка;05.01.2026;04.02.2026;1 200,50;руб\n";
  private static final String GERMAN =
      "Belegnummer;Kunde;Rechnungsdatum;Fälligkeitsdatum;Betrag;Währung\nA1;Müller & Söhne Straße;05.01.2026;04.02.2026;1.200,50;EUR\n";

  private static void same(String text, String charset) {
    Sample wanted = Sample.of(text);
    assertThat(wanted.facts()).isNotEmpty();
    for (String one : new String[] {charset, "UTF-16LE", "UTF-16BE"}) {
      assertThat(Sample.of(text, Charset.forName(one)).facts()).as(one).isEqualTo(wanted.facts());
      if (one.startsWith("UTF")) {
        assertThat(Sample.of("\ufeff" + text, Charset.forName(one)).facts())
            .as(one + " marked")
            .isEqualTo(wanted.facts());
      }
    }
    assertThat(Sample.of("\ufeff" + text).facts()).isEqualTo(wanted.facts());
  }

  @Test
  void chinese_reads_alike_in_every_character_set() {
    same(CHINESE, "GB18030");
    assertThat(Sample.of(CHINESE).lines())
        .containsExactly(
            "A1 宁波海丰贸易有限公司 2026-01-05 2026-02-04 1200.50 CNY",
            "A2 深圳电子厂 2026-01-06 2026-02-05 80.00 USD");
  }

  @Test
  void russian_reads_alike_in_every_character_set() {
    same(RUSSIAN, "windows-1251");
    assertThat(Sample.of(RUSSIAN).lines())
        .containsExactly("A1 ООО Ромашка 2026-01-05 2026-02-04 1200.50 RUB");
  }

  @Test
  void german_reads_alike_in_every_character_set() {
    same(GERMAN, "windows-1252");
    assertThat(Sample.of(GERMAN).lines())
        .containsExactly("A1 Müller & Söhne Straße 2026-01-05 2026-02-04 1200.50 EUR");
  }

  @Test
  void a_line_in_another_character_set_is_left_out_and_named() {
    ByteArrayOutputStream mixed = new ByteArrayOutputStream();
    mixed.writeBytes(GERMAN.getBytes(StandardCharsets.UTF_8));
    mixed.writeBytes(
        "A2;Bäcker;05.01.2026;04.02.2026;7,00;EUR\n".getBytes(StandardCharsets.ISO_8859_1));
    mixed.writeBytes("A3;Höfe;05.01.2026;04.02.2026;9,00;EUR\n".getBytes(StandardCharsets.UTF_8));
    Sample read = Sample.of(mixed.toByteArray());
    assertThat(read.receivables()).extracting(r -> r.number()).containsExactly("A1", "A3");
    assertThat(read.codes()).containsExactly(FindingCode.CHARSET_BAD, FindingCode.CHARSET_MIXED);
    assertThat(read.report().rejected()).isOne();
  }
}
