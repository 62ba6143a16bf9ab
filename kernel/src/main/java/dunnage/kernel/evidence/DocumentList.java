package dunnage.kernel.evidence;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// `dunnage/documents.tsv`: one line per document.
final class DocumentList {

  private static final String HEAD = "index\tpath\tsize\tsha256\tleaf\ttype\tmodified\n";
  private static final int COLUMNS = 7;
  private static final Pattern MEDIA_TYPE = Pattern.compile("[a-z0-9.+-]{1,80}/[a-z0-9.+-]{1,80}");
  private static final Pattern MODIFIED =
      Pattern.compile("-|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");

  private DocumentList() {}

  static String text(List<Document> documents) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < documents.size(); i++) {
      Document document = documents.get(i);
      text.append(i).append('\t').append(document.path());
      text.append('\t').append(document.size());
      text.append('\t').append(document.sha256().hex());
      text.append('\t').append(document.leaf().hex());
      text.append('\t').append(document.mediaType());
      text.append('\t').append(document.modifiedText()).append('\n');
    }
    return text.toString();
  }

  /// @throws IllegalArgumentException saying which line is not as [#text] writes it
  static List<Document> parse(String text) {
    List<Document> documents = new ArrayList<>();
    String[] lines = text.split("\n", Blueprint.DOCUMENTS_MOST + 3);
    for (int i = 1; i < lines.length - 1; i++) {
      try {
        documents.add(document(lines[i].split("\t", -1)));
      } catch (IllegalArgumentException | DateTimeException wrong) {
        throw new IllegalArgumentException("line " + (i + 1) + ": " + wrong.getMessage());
      }
    }
    check(documents);
    if (!text(documents).equals(text)) {
      throw new IllegalArgumentException("not written as such a list is written");
    }
    return documents;
  }

  private static Document document(String[] cells) {
    if (cells.length != COLUMNS
        || !MEDIA_TYPE.matcher(cells[5]).matches()
        || !SIZE.matcher(cells[2]).matches()) {
      throw new IllegalArgumentException("not index, path, size, sha256, leaf, type, modified");
    }
    return new Document(
        cells[1],
        Long.parseLong(cells[2]),
        Hash.hex(cells[3]),
        cells[5],
        cells[6].equals("-") ? null : Instant.parse(cells[6]));
  }

  /// What must hold of every list, also of one about to be written.
  ///
  /// @throws IllegalArgumentException naming the document
  static void check(List<Document> documents) {
    if (documents.isEmpty() || documents.size() > Blueprint.DOCUMENTS_MOST) {
      throw new IllegalArgumentException(
          documents.size() + " documents; a bundle holds 1 to " + Blueprint.DOCUMENTS_MOST);
    }
    String before = "";
    for (Document document : documents) {
      String path = document.path();
      String problem =
          path.startsWith(Document.FOLDER)
              ? PathRule.problem(path.substring(Document.FOLDER.length()))
              : "is not under data/";
      if (problem != null) {
        throw new IllegalArgumentException("the name " + path + " " + problem);
      }
      if (!MODIFIED.matcher(document.modifiedText()).matches()) {
        throw new IllegalArgumentException(
            path + " was last changed at " + document.modifiedText() + ", not in whole seconds");
      }
      if (PathRule.ORDER.compare(before, path) >= 0) {
        throw new IllegalArgumentException("the name " + path + " is out of order or repeated");
      }
      before = path;
    }
    List<String> clash = PathRule.clash(documents.stream().map(Document::path).toList());
    if (clash != null) {
      throw new IllegalArgumentException(
          "the names " + clash.get(0) + " and " + clash.get(1) + " are one on some systems");
    }
  }
}
