package dunnage.app.cli;

import dunnage.app.platform.Server;
import dunnage.app.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The server's data folder, as a command on the same machine sees it.
final class ServerHome {

  private static final String STANDARD = "http://127.0.0.1:8080";

  private ServerHome() {}

  static Path of(Map<String, String> environment) {
    return Settings.of(environment, Map.of(), Server.asRoot()).home();
  }

  /// Where the server of this folder listens: as it wrote into its `lock`, which is empty when none
  /// runs; then where it listens unless told otherwise.
  static String address(Map<String, String> environment) {
    Path lock = of(environment).resolve("lock");
    try {
      if (Files.isReadable(lock)) {
        String held = Files.readString(lock).strip();
        int at = held.indexOf("http://");
        if (at >= 0) {
          // an address to listen on is not always one to ask
          return held.substring(at)
              .replace("//0.0.0.0:", "//127.0.0.1:")
              .replace("//[::]:", "//[::1]:");
        }
      }
    } catch (IOException unreadable) {
      return STANDARD;
    }
    return STANDARD;
  }
}
