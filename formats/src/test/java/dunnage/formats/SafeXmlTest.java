package dunnage.formats;

import static dunnage.kernel.findings.FindingCode.CHARSET_BAD;
import static dunnage.kernel.findings.FindingCode.FILE_EMPTY;
import static dunnage.kernel.findings.FindingCode.FILE_TOO_LARGE;
import static dunnage.kernel.findings.FindingCode.FILE_TRUNCATED;
import static dunnage.kernel.findings.FindingCode.FILE_UNREADABLE;
import static dunnage.kernel.findings.FindingCode.XML_BROKEN;
import static dunnage.kernel.findings.FindingCode.XML_REFUSED;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dunnage.kernel.findings.FindingCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SafeXmlTest {

  private static final String CANARY = "canary-5d1e";

  @TempDir Path dir;

  @Test
  void an_entity_bomb_is_refused_at_its_line() throws IOException {
    StringBuilder bomb =
        new StringBuilder("<?xml version=\"1.0\"?>\n<!DOCTYPE Invoice [\n<!ENTITY a0 \"lol\">\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">\n");
    }
    bomb.append("]>\n<Invoice><ID>&a11;</ID></Invoice>");
    XmlReading read = XmlReading.of(dir, bomb.toString());
    assertThat(read.codes()).containsExactly(XML_REFUSED);
    assertThat(read.finding(XML_REFUSED).line()).isEqualTo(2);
    assertThat(read.facts()).isEmpty();
  }

  @Test
  void nothing_is_read_from_disk_or_fetched_for_a_file() throws Exception {
    Path secret = dir.resolve("secret.txt");
    Files.writeString(secret, CANARY);
    AtomicInteger hits = new AtomicInteger();
    try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread listener = Thread.ofPlatform().daemon().start(() -> count(server, hits));
      String url = "http://127.0.0.1:" + server.getLocalPort() + "/x";
      for (String head :
          new String[] {
            "<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>",
            "<!DOCTYPE Invoice SYSTEM \"" + url + ".dtd\">",
            "<!DOCTYPE Invoice PUBLIC \"-//X//X\" \"" + url + ".dtd\">",
            "<!DOCTYPE Invoice [<!ENTITY % p SYSTEM \"" + url + ".ent\"> %p;]>",
            "<?xml-stylesheet type=\"text/xsl\" href=\"" + url + ".xsl\"?>"
          }) {
        String include =
            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\""
                + secret.toUri()
                + "\" parse=\"text\"/>";
        String body =
            "<Invoice xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"urn:x "
                + url
                + ".xsd\"><ID>&x;"
                + include
                + "</ID></Invoice>";
        XmlReading read = XmlReading.of(dir, head + body);
        assertThat(read.codes()).as(head).containsAnyOf(XML_REFUSED, XML_BROKEN);
        assertThat(read.toString()).doesNotContain(CANARY);
        XmlReading included = XmlReading.of(dir, body.replace("&x;", ""));
        assertThat(included.toString()).doesNotContain(CANARY);
      }
      try (Socket probe = new Socket(server.getInetAddress(), server.getLocalPort())) {
        assertThat(probe.isConnected()).isTrue();
      }
      listener.join(5_000);
    }
    assertThat(hits).as("only the probe of this test").hasValue(1);
  }

  private static void count(ServerSocket server, AtomicInteger hits) {
    try {
      while (true) {
        server.accept().close();
        hits.incrementAndGet();
        server.setSoTimeout(300); // after the probe nothing more may come
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  @Test
  void an_entity_that_is_not_declared_is_not_read() throws IOException {
    assertThat(XmlReading.of(dir, "<Invoice><ID>&x;</ID></Invoice>").codes())
        .containsAnyOf(XML_REFUSED, XML_BROKEN);
  }

  @Test
  void a_document_type_in_a_comment_or_text_is_no_document_type() throws IOException {
    String harmless =
        "<!-- <!DOCTYPE x> --><Order><![CDATA[<!DOCTYPE x]]><a b='!DOCTYPE'/></Order>";
    assertThat(XmlReading.of(dir, harmless).codes()).containsExactly(FindingCode.FILE_UNKNOWN);
  }

  @Test
  void elements_nested_a_hundred_thousand_deep_are_refused() throws IOException {
    XmlReading read =
        XmlReading.of(
            dir, "<Invoice>" + "<a>".repeat(100_000) + "</a>".repeat(100_000) + "</Invoice>");
    assertThat(read.codes()).containsExactly(XML_REFUSED);
  }

  @Test
  void a_hundred_thousand_ampersands_are_text() throws IOException {
    XmlReading read =
        XmlReading.of(
            dir,
            invoice("A &amp; B")
                .replace("<ID>1", "<Note>" + "&amp;&#233;&lt;".repeat(100_000) + "</Note><ID>1"));
    assertThat(read.codes()).isEmpty();
    assertThat(read.receivables().getFirst().debtor().name()).isEqualTo("A & B");
  }

  @Test
  void tags_comments_and_sections_of_many_megabytes_are_refused() throws IOException {
    String long2m = "x".repeat(2 << 20);
    assertThat(XmlReading.of(dir, "<Invoice a=\"" + long2m + "\"/>").codes())
        .containsExactly(XML_REFUSED);
    assertThat(XmlReading.of(dir, "<Invoice><!--" + long2m + "--></Invoice>").codes())
        .containsExactly(XML_REFUSED);
    assertThat(XmlReading.of(dir, "<Invoice><!-->" + long2m + "--></Invoice>").codes())
        .containsAnyOf(XML_REFUSED, XML_BROKEN);
    assertThat(XmlReading.of(dir, "<Invoice><![CDATA[" + long2m + "]]></Invoice>").codes())
        .containsExactly(XML_REFUSED);
    assertThat(XmlReading.of(dir, "<Invoice><?p " + long2m + "?></Invoice>").codes())
        .containsExactly(XML_REFUSED);
    assertThat(XmlReading.of(dir, "<" + long2m + "/>").codes())
        .containsAnyOf(XML_REFUSED, XML_BROKEN);
  }

  @Test
  void a_text_of_two_megabytes_is_refused_where_it_would_be_kept_and_skipped_in_attachments()
      throws IOException {
    String text = "QUJD".repeat(1 << 19);
    assertThat(XmlReading.of(dir, "<Invoice><ID>" + text + "</ID></Invoice>").codes())
        .containsExactly(XML_REFUSED);
    String attachment =
        "<Invoice><AdditionalDocumentReference><Attachment>"
            + text
            + "</Attachment></AdditionalDocumentReference></Invoice>";
    assertThat(XmlReading.of(dir, attachment).codes()).isNotEmpty().doesNotContain(XML_REFUSED);
  }

  @Test
  void a_document_of_millions_of_elements_is_refused() throws IOException {
    byte[] xml = ("<Invoice>" + "<a/>".repeat(1_200_000) + "</Invoice>").getBytes(UTF_8);
    assertThat(XmlReading.of(dir, xml, ReadOptions.recognise()).codes())
        .containsExactly(FILE_TOO_LARGE);
  }

  @Test
  void a_file_over_the_limit_is_not_opened() throws IOException {
    Path sparse = dir.resolve("sparse.xml");
    try (RandomAccessFile file = new RandomAccessFile(sparse.toFile(), "rw")) {
      file.setLength(SafeXml.FILE_MAX_BYTES + 1);
    }
    assertThat(XmlReading.of(sparse, ReadOptions.recognise()).codes())
        .containsExactly(FILE_TOO_LARGE);
  }

  @Test
  void an_empty_file_and_a_missing_one_are_told() throws IOException {
    assertThat(XmlReading.of(dir, "").codes()).containsExactly(FILE_EMPTY);
    assertThat(XmlReading.of(dir.resolve("none.xml"), ReadOptions.recognise()).codes())
        .containsExactly(FILE_UNREADABLE);
  }

  @Test
  void what_is_not_well_formed_is_told_with_its_line() throws IOException {
    XmlReading read = XmlReading.of(dir, "<Invoice>\n<ID>1</ID>\n<A></B>\n<C/>\n</Invoice>\n");
    assertThat(read.codes()).containsExactly(XML_BROKEN);
    assertThat(read.finding(XML_BROKEN).line()).isEqualTo(3);
    assertThat(XmlReading.of(dir, "<Order/>\n<Order/>").codes()).contains(XML_BROKEN);
    assertThat(XmlReading.of(dir, "plain words").codes()).containsAnyOf(XML_BROKEN, FILE_TRUNCATED);
  }

  @Test
  void a_file_that_ends_too_early_is_told_at_every_place() throws IOException {
    String xml =
        "<?xml version=\"1.0\"?>\n<Invoice xmlns:c=\"urn:c\">\n<c:ID a=\"1\">77</c:ID><!-- note -->\n<c:Name><![CDATA[x]]></c:Name>\n</Invoice>";
    for (int at = xml.indexOf("<Invoice") + 1; at < xml.length(); at++) {
      XmlReading read = XmlReading.of(dir, xml.substring(0, at));
      assertThat(read.codes()).as(xml.substring(0, at)).containsExactly(FILE_TRUNCATED);
    }
  }

  @Test
  void declared_character_sets_and_byte_order_marks_are_obeyed() throws IOException {
    assertThat(name("ООО «Обувь Юг»", "windows-1251", Charset.forName("windows-1251")))
        .isEqualTo("ООО «Обувь Юг»");
    assertThat(name("温州鞋业有限公司", "GB18030", Charset.forName("GB18030"))).isEqualTo("温州鞋业有限公司");
    assertThat(name("Große Schuhe", "ISO-8859-1", ISO_8859_1)).isEqualTo("Große Schuhe");
    assertThat(name("Große Schuhe", "UTF-8", UTF_8)).isEqualTo("Große Schuhe");
    assertThat(name("\uFEFFGroße Schuhe 鞋", "UTF-16", UTF_16LE)).isEqualTo("Große Schuhe 鞋");
    assertThat(name("\uFEFFGroße Schuhe 鞋", "UTF-16", UTF_16BE)).isEqualTo("Große Schuhe 鞋");
    assertThat(name("Große Schuhe 鞋", "UTF-16", UTF_16LE)).isEqualTo("Große Schuhe 鞋");
    assertThat(name("\uFEFFGroße Schuhe 鞋 👟", "UTF-8", UTF_8)).isEqualTo("Große Schuhe 鞋 👟");
  }

  /// The buyer's name as read; a byte order mark in front of the name goes to the front of the
  /// file.
  private String name(String name, String declared, Charset charset) throws IOException {
    String mark = name.startsWith("\uFEFF") ? "\uFEFF" : "";
    String xml =
        mark
            + "<?xml version=\"1.0\" encoding=\""
            + declared
            + "\"?>"
            + invoice(name.substring(mark.length()));
    return XmlReading.of(dir, xml.getBytes(charset), ReadOptions.recognise())
        .receivables()
        .getFirst()
        .debtor()
        .name();
  }

  @Test
  void bytes_that_are_no_text_are_told_with_their_line_and_nothing_counts() throws IOException {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + "<!-- filler -->\n".repeat(3_000)
            + invoice("Große Schuhe");
    XmlReading read = XmlReading.of(dir, xml.getBytes(ISO_8859_1), ReadOptions.recognise());
    assertThat(read.codes()).containsExactly(CHARSET_BAD);
    assertThat(read.finding(CHARSET_BAD).line()).isEqualTo(3_003);
    assertThat(read.facts()).isEmpty();
    XmlReading unknown =
        XmlReading.of(dir, "<?xml version=\"1.0\" encoding=\"klingon\"?><Invoice/>");
    assertThat(unknown.codes()).containsExactly(CHARSET_BAD);
  }

  @Test
  void random_damage_gives_findings_and_never_an_exception() throws IOException {
    byte[] whole = ("<?xml version=\"1.0\"?>\n" + invoice("Schuhhaus Lindner")).getBytes(UTF_8);
    Random random = new Random(4711);
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = whole.clone();
      for (int i = 0; i <= random.nextInt(4); i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      ByteArrayOutputStream cut = new ByteArrayOutputStream();
      cut.write(damaged, 0, random.nextBoolean() ? damaged.length : random.nextInt(damaged.length));
      XmlReading read = XmlReading.of(dir, cut.toByteArray(), ReadOptions.recognise());
      assertThat(read.facts().size() + read.report().findings().size())
          .as("seed 4711, round " + round)
          .isPositive();
    }
  }

  private static String invoice(String name) {
    return "<Invoice>\n<ID>1</ID><IssueDate>2026-03-01</IssueDate><DueDate>2026-04-01</DueDate>"
        + "<DocumentCurrencyCode>EUR</DocumentCurrencyCode><AccountingCustomerParty><Party><PartyName><Name>"
        + name
        + "</Name></PartyName></Party></AccountingCustomerParty>"
        + "<LegalMonetaryTotal><PayableAmount>5</PayableAmount></LegalMonetaryTotal></Invoice>";
  }
}
