package dunnage.app.report;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// Reads a page with a strict XML parser.
final class Markup {

  private Markup() {}

  static Document parse(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  static List<Element> all(Node within, String tag) {
    NodeList found =
        within instanceof Document document
            ? document.getElementsByTagName(tag)
            : ((Element) within).getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  static Element byId(Document page, String id) {
    return all(page, "*").stream()
        .filter(e -> e.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  static List<String> attributeNames(Element element) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      names.add(element.getAttributes().item(i).getNodeName());
    }
    return names;
  }
}
