package dunnage.formats;

import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Goes through the sheets before they are read and refuses what would make reading them cost more
/// than they are long: cells in far columns, strings that are not in the table of strings, endless
/// texts, thousands of array formulas.
final class SheetGuard {

  static final int TEXT_MAX_CHARS = 1 << 20;
  static final int ARRAY_FORMULAS_MAX = 500;

  /// Strings are kept in memory while the workbook is open.
  static final long STRINGS_MAX_BYTES = 256L << 20;

  private static final String STRINGS = "xl/sharedStrings.xml";

  private final String label;
  private static final String SHEETS = "xl/worksheets/";
  private static final String PICTURES = "xl/media/";

  private int strings;
  private int text;
  private boolean sharedCell;
  private boolean inValue;
  private final StringBuilder index = new StringBuilder();
  private int arrayFormulas;

  SheetGuard(String label) {
    this.label = label;
  }

  /// Why the workbook is not read further, or null. Every part is looked at, whatever its name: a
  /// hostile workbook may keep its sheet anywhere.
  @Nullable Finding refusal(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry shared = zip.getEntry(STRINGS);
      if (shared != null && shared.getSize() > STRINGS_MAX_BYTES) {
        return Finding.of(
            FindingCode.FILE_TOO_LARGE,
            label,
            shared.getSize() + " bytes of texts",
            "at most " + STRINGS_MAX_BYTES);
      }
      List<? extends ZipEntry> parts =
          zip.stream().filter(e -> !e.isDirectory() && !e.getName().startsWith(PICTURES)).toList();
      List<ZipEntry> inOrder =
          new ArrayList<>(parts.stream().filter(e -> !e.getName().startsWith(SHEETS)).toList());
      inOrder.addAll(
          parts.stream()
              .filter(e -> e.getName().startsWith(SHEETS))
              .toList()); // they refer to the strings
      for (ZipEntry part : inOrder) {
        Finding found = look(zip, part);
        if (found != null) {
          return found;
        }
      }
      return null;
    }
  }

  private @Nullable Finding look(ZipFile zip, ZipEntry part) throws IOException {
    try (InputStream in = zip.getInputStream(part)) {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      XMLStreamReader xml = factory.createXMLStreamReader(in);
      text = 0;
      sharedCell = false;
      inValue = false;
      while (xml.hasNext()) {
        String trouble =
            switch (xml.next()) {
              case XMLStreamConstants.START_ELEMENT -> start(xml);
              case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml);
              case XMLStreamConstants.END_ELEMENT -> end();
              case XMLStreamConstants.DTD -> "a document type";
              default -> null;
            };
        if (trouble != null) {
          return Finding.of(
              FindingCode.ARCHIVE_REFUSED,
              label,
              part.getName() + ": " + trouble,
              "a sheet of plain cells");
        }
      }
      return null;
    } catch (XMLStreamException broken) {
      if (!part.getName().endsWith(".xml")) {
        return null; // a picture, a printer's settings
      }
      int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber();
      return Finding.of(
          FindingCode.XML_BROKEN, label, part.getName() + ", line " + line, "well-formed XML");
    }
  }

  private @Nullable String start(XMLStreamReader xml) {
    text = 0;
    inValue = false;
    switch (xml.getLocalName()) {
      case "si" -> strings++;
      case "c" -> {
        sharedCell = "s".equals(xml.getAttributeValue(null, "t"));
        String place = xml.getAttributeValue(null, "r");
        return isFar(place) ? "a cell at " + place + ", beyond column ZZ" : null;
      }
      case "f" -> {
        arrayFormulas += "array".equals(xml.getAttributeValue(null, "t")) ? 1 : 0;
        return arrayFormulas > ARRAY_FORMULAS_MAX ? arrayFormulas + " array formulas" : null;
      }
      case "v" -> {
        inValue = true;
        index.setLength(0);
      }
      default -> {}
    }
    return null;
  }

  private @Nullable String text(XMLStreamReader xml) {
    text += xml.getTextLength();
    if (sharedCell && inValue && index.length() < 20) {
      index.append(xml.getText());
    }
    return text > TEXT_MAX_CHARS ? "a text of more than " + TEXT_MAX_CHARS + " characters" : null;
  }

  private @Nullable String end() {
    boolean missing = inValue && sharedCell && !isString(index.toString());
    inValue = false;
    return missing ? "text number " + index + " of " + strings : null;
  }

  private boolean isString(String index) {
    String digits = index.strip();
    if (digits.isEmpty()) {
      return true;
    }
    return digits.length() <= 9
        && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(digits) < strings;
  }

  /// More than two letters: beyond column ZZ.
  private static boolean isFar(@Nullable String cell) {
    int letters = 0;
    while (cell != null && letters < cell.length() && Character.isLetter(cell.charAt(letters))) {
      letters++;
    }
    return letters > 2;
  }
}
