package dunnage.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One element of a small piece of XML, by local names; which namespace or version it is in does
/// not matter for what is taken.
final class XmlNode {

  final String name;
  final int line;
  final Map<String, String> attributes = new HashMap<>(2);
  final List<XmlNode> children = new ArrayList<>(4);
  private final StringBuilder text = new StringBuilder();

  XmlNode(String name, int line) {
    this.name = name;
    this.line = line;
  }

  void append(String piece) {
    text.append(piece);
  }

  int textLength() {
    return text.length();
  }

  /// The element's own text, stripped.
  String text() {
    return text.toString().strip();
  }

  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  /// The first element on a path of local names, or null.
  @Nullable XmlNode at(String... path) {
    XmlNode node = this;
    for (String step : path) {
      XmlNode next = null;
      for (XmlNode child : node.children) {
        if (child.name.equals(step)) {
          next = child;
          break;
        }
      }
      if (next == null) {
        return null;
      }
      node = next;
    }
    return node;
  }

  /// Text of the first element on a path; empty when there is none.
  String text(String... path) {
    XmlNode node = at(path);
    return node == null ? "" : node.text();
  }

  /// All elements on a path: every branch that has these names.
  List<XmlNode> all(String... path) {
    List<XmlNode> found = List.of(this);
    for (String step : path) {
      List<XmlNode> next = new ArrayList<>();
      for (XmlNode node : found) {
        for (XmlNode child : node.children) {
          if (child.name.equals(step)) {
            next.add(child);
          }
        }
      }
      found = next;
    }
    return found;
  }
}
