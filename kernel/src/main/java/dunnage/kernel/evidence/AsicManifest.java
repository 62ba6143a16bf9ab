package dunnage.kernel.evidence;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The XML by which a signature or timestamp covers the files of a container (ETSI EN 319 162-1
/// annex A.4).
final class AsicManifest {

  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";

  private AsicManifest() {}

  /// @param by the file that signs or stamps this manifest
  /// @param parts the files beside the documents
  static String xml(String by, String byType, List<Part> parts, List<Document> documents) {
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">
            """);
    xml.append("<asic:SigReference URI=\"").append(by);
    xml.append("\" MimeType=\"").append(byType).append("\"/>\n");
    for (Part part : parts) {
      String type = part.name().endsWith(".pem") ? "application/x-pem-file" : "text/plain";
      reference(xml, part.name(), type, Hash.of(part.bytes()));
    }
    for (Document document : documents) {
      reference(xml, document.path(), document.mediaType(), document.sha256());
    }
    return xml.append("</asic:ASiCManifest>\n").toString();
  }

  private static void reference(StringBuilder xml, String name, String type, Hash sha256) {
    xml.append("<asic:DataObjectReference URI=\"").append(uri(name));
    xml.append("\" MimeType=\"").append(type).append("\">");
    xml.append("<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/>");
    xml.append("<ds:DigestValue>").append(sha256.base64()).append("</ds:DigestValue>");
    xml.append("</asic:DataObjectReference>\n");
  }

  /// RFC 3986: everything but unreserved characters and `/` as `%XX`, so XML needs no escapes.
  private static String uri(String name) {
    StringBuilder uri = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
        uri.append((char) b);
      } else {
        uri.append(String.format(Locale.ROOT, "%%%02X", b & 0xff));
      }
    }
    return uri.toString();
  }
}
