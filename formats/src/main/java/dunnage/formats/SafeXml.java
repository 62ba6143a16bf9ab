package dunnage.formats;

import dunnage.kernel.findings.FindingCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Reads XML of strangers: no document type, no entities but the five of XML itself, nothing
/// fetched, depth, text and size bounded. Whatever is wrong comes out as [XmlTrouble] with its
/// line.
final class SafeXml implements AutoCloseable {

  /// Largest file, bytes.
  static final long FILE_MAX_BYTES = 512L << 20;

  static final int DEPTH_MAX = 100;

  /// Longest text of one element that is kept, characters; attachments are skipped, not kept.
  static final int TEXT_MAX_CHARS = 1 << 20;

  /// Largest piece kept in memory at once.
  private static final int PIECE_MAX_NODES = 1_000_000;

  private static final int PIECE_MAX_CHARS = 16 << 20;

  private final XmlText text;
  private final XMLStreamReader xml;
  private int depth;
  private boolean sawRoot;

  private SafeXml(XmlText text) throws XmlTrouble {
    this.text = text;
    try {
      this.xml = factory().createXMLStreamReader(text);
    } catch (XMLStreamException broken) {
      throw trouble(broken, 1, 0);
    }
  }

  /// @param charset what the user says the file is written in; null for what the file says
  static SafeXml open(Path file, @Nullable Charset charset) throws IOException {
    long size = Files.size(file);
    if (size > FILE_MAX_BYTES) {
      throw new XmlTrouble(
          FindingCode.FILE_TOO_LARGE, 0, size + " bytes", "at most " + FILE_MAX_BYTES + " bytes");
    }
    if (size == 0) {
      throw new XmlTrouble(FindingCode.FILE_EMPTY, 0, "0 bytes", "an XML document");
    }
    InputStream in = Files.newInputStream(file);
    try {
      return new SafeXml(new XmlText(in, charset));
    } catch (IOException | RuntimeException failed) {
      in.close();
      throw failed;
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setProperty(
        "jdk.xml.maxElementDepth", String.valueOf(DEPTH_MAX + 1)); // ours speaks first
    // the parser counts every &amp; of a file here; entities of their own cannot be declared
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  /// Moves to the next start or end of an element.
  ///
  /// @return whether there is one; false behind the root element
  boolean move() throws XmlTrouble {
    int event;
    do {
      event = step();
    } while (event != XMLStreamConstants.START_ELEMENT
        && event != XMLStreamConstants.END_ELEMENT
        && event != XMLStreamConstants.END_DOCUMENT);
    return event != XMLStreamConstants.END_DOCUMENT;
  }

  boolean atStart() {
    return xml.isStartElement();
  }

  /// Local name of the element one stands at.
  String name() {
    return xml.getLocalName();
  }

  String namespace() {
    String uri = xml.getNamespaceURI();
    return uri == null ? "" : uri;
  }

  /// Value of an attribute of the element one stands at; empty when there is none.
  String attribute(String attribute) {
    String value = xml.getAttributeValue(null, attribute);
    return value == null ? "" : value.strip();
  }

  int line() {
    return Math.max(1, xml.getLocation().getLineNumber());
  }

  /// Elements open, the one just started included.
  int depth() {
    return depth;
  }

  String charset() {
    return text.charset().name();
  }

  /// Reads the element one stands at the start of to its end, without those named.
  XmlNode piece(Set<String> without) throws XmlTrouble {
    XmlNode root = node();
    Deque<XmlNode> open = new ArrayDeque<>();
    open.push(root);
    int nodes = 1;
    long chars = 0;
    while (!open.isEmpty()) {
      int event = step();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (without.contains(name())) {
          skip();
          continue;
        }
        XmlNode child = node();
        open.getFirst().children.add(child);
        open.push(child);
        nodes++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        open.pop();
      } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        XmlNode to = open.getFirst();
        if (!xml.isWhiteSpace() || to.children.isEmpty()) {
          chars += xml.getTextLength();
          limitText(to.textLength() + (long) xml.getTextLength(), TEXT_MAX_CHARS);
          limitText(chars, PIECE_MAX_CHARS);
          to.append(xml.getText());
        }
      }
      if (nodes > PIECE_MAX_NODES) {
        throw new XmlTrouble(
            FindingCode.FILE_TOO_LARGE,
            line(),
            "more than " + PIECE_MAX_NODES + " elements in one " + root.name,
            "a document of usual size");
      }
    }
    return root;
  }

  /// Passes over the element one stands at the start of.
  void skip() throws XmlTrouble {
    int outside = depth - 1;
    while (depth > outside) {
      step();
    }
  }

  private void limitText(long length, int max) throws XmlTrouble {
    if (length > max) {
      throw new XmlTrouble(
          FindingCode.XML_REFUSED,
          line(),
          "a text of more than " + max + " characters",
          "texts no longer than that");
    }
  }

  private XmlNode node() {
    XmlNode node = new XmlNode(name(), line());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      node.attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i).strip());
    }
    return node;
  }

  private int step() throws XmlTrouble {
    try {
      if (!xml.hasNext()) {
        return XMLStreamConstants.END_DOCUMENT;
      }
      int event = xml.next();
      switch (event) {
        case XMLStreamConstants.DTD ->
            throw new XmlTrouble(FindingCode.XML_REFUSED, line(), "<!DOCTYPE", "no document type");
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw new XmlTrouble(
                FindingCode.XML_REFUSED,
                line(),
                "&" + xml.getLocalName() + ";",
                "only &lt; &gt; &amp; &quot; &apos;");
        case XMLStreamConstants.START_ELEMENT -> {
          sawRoot = true;
          if (++depth > DEPTH_MAX) {
            throw new XmlTrouble(
                FindingCode.XML_REFUSED,
                line(),
                "elements nested deeper than " + DEPTH_MAX,
                "at most " + DEPTH_MAX);
          }
        }
        case XMLStreamConstants.END_ELEMENT -> depth--;
        default -> {}
      }
      return event;
    } catch (XMLStreamException broken) {
      throw trouble(broken, line(), xml.getLocation().getCharacterOffset());
    } catch (XmlTrouble known) {
      throw known;
    } catch (RuntimeException parserFault) { // the parser has thrown these for mangled input
      throw new XmlTrouble(FindingCode.XML_BROKEN, line(), "unreadable markup", "well-formed XML");
    }
  }

  private XmlTrouble trouble(XMLStreamException broken, int line, int offset) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof XmlTrouble known) {
        return known;
      }
    }
    if (broken.getNestedException() instanceof XmlTrouble known) {
      return known;
    }
    boolean open = depth > 0 || !sawRoot;
    if (open && text.ended() && (offset >= text.delivered() - 1 || !text.endsInTag())) {
      return new XmlTrouble(
          FindingCode.FILE_TRUNCATED,
          Math.max(line, text.line()),
          "the file ends inside an element",
          "a file that ends where its first element ends");
    }
    return new XmlTrouble(
        FindingCode.XML_BROKEN, line, "markup that is not well formed", "well-formed XML");
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
