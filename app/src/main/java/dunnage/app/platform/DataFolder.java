package dunnage.app.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/// The server's folder, held by one process at a time. In it: `VERSION` (which release wrote it),
/// `lock`, `secrets` (0600), `postgres` (the programs), `pgdata` (the database), `run`, `logs`.
///
/// The lock is the kernel's, so it is gone with the process, however that ended.
final class DataFolder implements AutoCloseable {

  private final Path home;
  private final FileChannel channel;

  private DataFolder(Path home, FileChannel channel) {
    this.home = home;
    this.channel = channel;
  }

  /// Makes the folder if there is none and takes its lock.
  ///
  /// @param address what a second start is told about this one
  /// @throws Refusal if it cannot be written or another process holds it
  static DataFolder open(Path home, String address) {
    try {
      makeClosed(home);
      Path file = home.resolve("lock");
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
      if (!locked(channel)) {
        String holder = Files.readString(file).strip();
        channel.close();
        throw Refusal.unsafe(
            "Dunnage already runs on %s%s. Stop that one first, or choose another folder with DUNNAGE_HOME."
                .formatted(home, holder.isEmpty() ? "" : " (" + holder + ")"));
      }
      DataFolder folder = new DataFolder(home, channel);
      folder.heldAt(address);
      return folder;
    } catch (IOException unwritable) {
      throw unwritable(home, unwritable);
    }
  }

  /// Says where its holder is to be found.
  void heldAt(String address) throws IOException {
    String us = "process " + ProcessHandle.current().pid() + ", " + address;
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(us.getBytes(StandardCharsets.UTF_8)), 0);
  }

  /// A folder that others may not look into. Under root its database's account may pass through it.
  static void makeClosed(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(java.util.Objects.requireNonNullElse(folder.getParent(), folder));
    String permissions = Account.weAreRoot() ? "rwx--x--x" : "rwx------";
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByUs) {
      return false;
    }
  }

  static Refusal unwritable(Path path, IOException why) {
    String what = why.getClass().getSimpleName() + ": " + why.getMessage();
    return Refusal.failure(
        "The data folder cannot be used at %s (%s). Choose another place with DUNNAGE_HOME."
            .formatted(path, what));
  }

  Path path() {
    return home;
  }

  Path secrets() {
    return home.resolve("secrets");
  }

  Path programs() {
    return home.resolve("postgres");
  }

  Path database() {
    return home.resolve("pgdata");
  }

  Path run() {
    return home.resolve("run");
  }

  Path logs() {
    return home.resolve("logs");
  }

  Path version() {
    return home.resolve("VERSION");
  }

  /// Writes a small file so that it is whole on disk or as it was: aside, flushed, then moved.
  ///
  /// @param permissions like `rw-------`
  static void write(Path file, String text, String permissions) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(draft);
    try (FileChannel out =
        FileChannel.open(
            draft,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        int ignored = out.write(bytes);
      }
      out.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    flush(java.util.Objects.requireNonNull(file.getParent(), "a file in a folder"));
  }

  /// Makes renames in a folder durable.
  static void flush(Path folder) throws IOException {
    try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  /// Lets go of the folder. The file stays: removing it would let two processes lock two files of
  /// one name.
  @Override
  public void close() {
    try {
      channel.truncate(0);
      channel.close();
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(gone);
    }
  }
}
