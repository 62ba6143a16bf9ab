package dunnage.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetTest {

  private static final String CHINESE =
      """
      单据编号,客户名称,单据日期,到期日,应收金额,币别
      YS001,宁波海曙进出口有限公司,2026-01-05,2026-02-04,12345.67,人民币
      YS002,温州瑞丰鞋业,2026-01-06,2026-02-05,800.00,USD
      """;
  private static final String RUSSIAN =
      """
      Номер;Контрагент;Дата;Срок оплаты;Сумма;Валюта
      УТ-0001;ООО «Северный ветер»;05.01.2026;04.02.2026;12 345,67;руб.
      УТ-0002;ИП Щукин Ю. Я.;06.01.2026;05.02.2026;800,00;EUR
      """;
  private static final String GERMAN =
      """
      Belegnummer;Kunde;Belegdatum;Nettofälligkeit;Betrag;Währung
      90001;Müller & Söhne Straßenbau;05.01.2026;04.02.2026;12.345,67;EUR
      90002;Café Crème à Côté;06.01.2026;05.02.2026;800,00;EUR
      """;

  /// Known headers in plain letters only: the names alone tell.
  private static final String PLAIN_HEADERS =
      "invoice number;customer;invoice date;due date;amount;currency\n%s;05.01.2026;04.02.2026;12.345,67;EUR\n";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "GB18030"})
  void chinese_is_the_same_in_every_character_set(String charset) {
    check(CHINESE, charset, "宁波海曙进出口有限公司");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1251"})
  void russian_is_the_same_in_every_character_set(String charset) {
    check(RUSSIAN, charset, "ООО «Северный ветер»");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
  void german_is_the_same_in_every_character_set(String charset) {
    check(GERMAN, charset, "Müller & Söhne Straßenbau");
  }

  private static void check(String text, String charset, String name) {
    Sample sample = Sample.of(text, Charset.forName(charset));
    assertThat(sample.report().recognised().get("charset")).isEqualTo(charset);
    assertThat(sample.report().records()).as(sample.report().toString()).isEqualTo(2);
    assertThat(sample.receivables().getFirst().debtor().name()).isEqualTo(name);
    assertThat(sample.receivables().getFirst().amount().decimal()).isEqualTo("12345.67");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_byte_order_mark_is_believed_and_no_part_of_the_first_header(String charset) {
    Sample sample = Sample.of("\ufeff" + CHINESE, Charset.forName(charset));
    assertThat(sample.report().recognised().get("charset")).isEqualTo(charset);
    assertThat(sample.receivables()).extracting(r -> r.number()).containsExactly("YS001", "YS002");
  }

  @Test
  void chinese_names_below_plain_headers_are_recognised_by_their_shape() {
    String text =
        PLAIN_HEADERS
            .formatted("A1;深圳市华强电子有限公司")
            .replace("EUR\n", "EUR\nA2;广州白云化工;05.01.2026;04.02.2026;1,50;EUR\n");
    assertThat(Sample.of(text, Encoding.GB18030).receivables())
        .extracting(r -> r.debtor().name())
        .containsExactly("深圳市华强电子有限公司", "广州白云化工");
  }

  @Test
  void russian_names_below_plain_headers_are_recognised_by_their_shape() {
    String text =
        PLAIN_HEADERS.formatted("A1;Общество Ромашка и Партнёры")
            + "A2;Завод Станкостроитель;05.01.2026;04.02.2026;1,50;EUR\n";
    assertThat(Sample.of(text, Encoding.WINDOWS_1251).receivables())
        .extracting(r -> r.debtor().name())
        .containsExactly("Общество Ромашка и Партнёры", "Завод Станкостроитель");
  }

  @Test
  void western_names_below_plain_headers_are_recognised_by_their_shape() {
    String text =
        PLAIN_HEADERS.formatted("A1;Société Générale d'Équipement")
            + "A2;Construções São João;05.01.2026;04.02.2026;1,50;EUR\nA3;Peña y Muñoz;05.01.2026;04.02.2026;1,50;EUR\n";
    assertThat(Sample.of(text, Encoding.WINDOWS_1252).receivables())
        .extracting(r -> r.debtor().name())
        .containsExactly("Société Générale d'Équipement", "Construções São João", "Peña y Muñoz");
  }

  @Test
  void the_user_knows_better() {
    Charset koi8 = Charset.forName("KOI8-R");
    Sample sample =
        Sample.of(
            RUSSIAN.replace("«", "\"").replace("»", "\"").getBytes(koi8), Sample.charset(koi8));
    assertThat(sample.report().recognised().get("charset")).isEqualTo("KOI8-R");
    assertThat(sample.receivables().get(1).debtor().name()).isEqualTo("ИП Щукин Ю. Я.");
  }

  @Test
  void a_row_in_another_character_set_is_left_out_and_told_of_with_its_line() {
    byte[] mixed =
        join(
            RUSSIAN.getBytes(StandardCharsets.UTF_8),
            "УТ-0003;ООО Гвоздь;06.01.2026;05.02.2026;1,00;EUR\n".getBytes(Encoding.WINDOWS_1251));
    Sample sample = Sample.of(mixed, ReadOptions.recognise());
    assertThat(sample.report().recognised().get("charset")).isEqualTo("UTF-8");
    assertThat(sample.report().records()).isEqualTo(2);
    assertThat(sample.report().rejected()).isEqualTo(1);
    assertThat(sample.finding(FindingCode.CHARSET_BAD).line()).isEqualTo(4);
    assertThat(sample.codes()).contains(FindingCode.CHARSET_MIXED);
  }

  @Test
  void a_row_of_utf_8_in_a_legacy_file_is_left_out_too_instead_of_becoming_gibberish() {
    byte[] mixed =
        join(
            RUSSIAN.getBytes(Encoding.WINDOWS_1251),
            "УТ-0003;ООО Гвоздь;06.01.2026;05.02.2026;1,00;EUR\n".getBytes(StandardCharsets.UTF_8));
    Sample sample = Sample.of(mixed, ReadOptions.recognise());
    assertThat(sample.report().recognised().get("charset")).isEqualTo("windows-1251");
    assertThat(sample.receivables())
        .extracting(r -> r.number())
        .containsExactly("УТ-0001", "УТ-0002");
    assertThat(sample.finding(FindingCode.CHARSET_BAD).line()).isEqualTo(4);
    assertThat(sample.codes()).contains(FindingCode.CHARSET_MIXED);
  }

  @Test
  void a_row_of_utf_8_in_a_chinese_legacy_file_is_left_out_too() {
    byte[] mixed =
        join(
            CHINESE.getBytes(Encoding.GB18030),
            "YS003,上海浦东国际贸易,2026-01-05,2026-02-04,5.00,USD\n".getBytes(StandardCharsets.UTF_8));
    Sample sample = Sample.of(mixed, ReadOptions.recognise());
    assertThat(sample.receivables()).extracting(r -> r.number()).containsExactly("YS001", "YS002");
    assertThat(sample.report().rejected()).isEqualTo(1);
  }

  @Test
  void a_broken_byte_never_swallows_the_line_end_behind_it() {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Encoding.GB18030)) {
      byte[] cut =
          join(
              CHINESE.getBytes(charset),
              "YS003,X".getBytes(charset),
              new byte[] {(byte) 0xe5},
              "\nYS004,Y,2026-01-05,2026-02-04,5.00,USD\n".getBytes(charset));
      Sample sample = Sample.of(cut, Sample.charset(charset));
      assertThat(sample.receivables())
          .as(charset.name())
          .extracting(r -> r.number())
          .containsExactly("YS001", "YS002", "YS004");
      assertThat(sample.report().rejected()).isEqualTo(1);
    }
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
