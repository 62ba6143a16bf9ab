package dunnage.app.desk;

import dunnage.app.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Style, script and fonts, each under an address that holds its hash: a browser asks once, and a
/// new release is a new address.
@Component
class Assets {

  private static final int HASH_LENGTH = 12;
  private static final int YEAR_SECONDS = 365 * 24 * 3_600;

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=UTF-8",
          "js", "text/javascript;charset=UTF-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  private record Asset(String hash, String type, byte[] bytes) {}

  private final Map<String, Asset> all = new LinkedHashMap<>();

  Assets() {
    for (String name :
        new String[] {
          "inter-latin-wght-normal.woff2", "inter-cyrillic-wght-normal.woff2", "icon.svg", "desk.js"
        }) {
      add(name, bytes(name));
    }
    String css = new String(bytes("desk.css"), java.nio.charset.StandardCharsets.UTF_8);
    for (Map.Entry<String, Asset> font : all.entrySet()) {
      css = css.replace("url(" + font.getKey() + ")", "url(" + path(font.getKey()) + ")");
    }
    add("desk.css", css.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void add(String name, byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      String hash = HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
      String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
      all.put(name, new Asset(hash, java.util.Objects.requireNonNull(type, name), bytes));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/dunnage/assets/" + name)) {
      return java.util.Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// Where it is.
  public String path(String name) {
    return "/assets/" + asset(name).hash() + "/" + name;
  }

  private Asset asset(String name) {
    Asset asset = all.get(name);
    if (asset == null) {
      throw Problem.notFound("file");
    }
    return asset;
  }

  /// Hands them out.
  @RestController
  static class Door {

    private final Assets assets;

    Door(Assets assets) {
      this.assets = assets;
    }

    @GetMapping("/assets/{hash}/{name}")
    void one(
        @PathVariable("hash") String hash,
        @PathVariable("name") String name,
        HttpServletResponse response)
        throws IOException {
      Asset asset = assets.asset(name);
      if (!asset.hash().equals(hash)) {
        throw Problem.notFound("file");
      }
      response.setHeader("Cache-Control", "public, max-age=" + YEAR_SECONDS + ", immutable");
      response.setContentType(asset.type());
      response.setContentLength(asset.bytes().length);
      response.getOutputStream().write(asset.bytes());
    }
  }
}
