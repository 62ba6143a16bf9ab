package dunnage.kernel.evidence;

import dunnage.kernel.evidence.Verification.Contents;
import dunnage.kernel.findings.Finding;
import dunnage.kernel.findings.FindingCode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The files of a bundle before its documents, as they were read.
final class BundleParts {

  private static final int PARTS_MOST = 16;

  /// All of them together, for the most documents with the longest names.
  private static final int BYTES_MOST = 256 << 20;

  private static final Pattern VERSION =
      Pattern.compile("^Dunnage-Bundle-Version: (\\d+)$", Pattern.MULTILINE);
  private static final Pattern DAY =
      Pattern.compile("^Bagging-Date: (\\d{4}-\\d\\d-\\d\\d)$", Pattern.MULTILINE);

  private final List<Part> sealed = new ArrayList<>();
  private @Nullable Part seal;

  private BundleParts() {}

  /// The first three entries, which show whether this is a bundle at all.
  ///
  /// @throws Broken with [FindingCode#BUNDLE_UNKNOWN] if it is none, and for no other reason
  static BundleParts recognise(ContainerReader reader) throws Broken {
    BundleParts parts = new BundleParts();
    String first = parts.take(reader, Blueprint.MIMETYPE);
    if (!first.equals(Blueprint.MIMETYPE_CONTENT)) {
      throw unknown("a container of another kind");
    }
    parts.take(reader, "bagit.txt");
    String info = parts.take(reader, Blueprint.BAG_INFO);
    Matcher version = VERSION.matcher(info);
    if (!version.find()) {
      throw unknown("a container that another program made");
    }
    if (!version.group(1).equals("1")) {
      throw unknown("a bundle of version " + version.group(1) + ", newer than this program");
    }
    return parts;
  }

  /// The rest, up to and with the seal.
  void read(ContainerReader reader) throws Broken {
    int room = BYTES_MOST;
    while (seal == null) {
      ZipForm.Entry entry = reader.next(Blueprint.SEAL);
      Part part = new Part(entry.name(), reader.content(entry, room));
      room -= part.bytes().length;
      if (part.name().equals(Blueprint.SEAL)) {
        seal = part;
      } else if (sealed.size() == PARTS_MOST) {
        throw ContainerReader.form(part.name(), "one file more", Blueprint.SEAL);
      } else {
        sealed.add(part);
      }
    }
  }

  private String take(ContainerReader reader, String name) throws Broken {
    try {
      ZipForm.Entry entry = reader.next(name);
      if (!entry.name().equals(name)) {
        throw unknown(
            "an archive whose entry " + entry.name() + " stands where " + name + " would");
      }
      Part part = new Part(name, reader.content(entry, 1 << 16));
      sealed.add(part);
      return new String(part.bytes(), StandardCharsets.UTF_8);
    } catch (Broken other) {
      throw other.finding().code() == FindingCode.BUNDLE_UNKNOWN
          ? other
          : unknown(other.finding().seen());
    }
  }

  private static Broken unknown(String seen) {
    return new Broken(
        Finding.of(FindingCode.BUNDLE_UNKNOWN, "", seen, "an evidence bundle, version 1"));
  }

  List<Part> sealed() {
    return sealed;
  }

  /// @throws Broken if what is free in a bundle is not there or not well written
  Blueprint blueprint() throws Broken {
    String info = text(Blueprint.BAG_INFO);
    Matcher day = DAY.matcher(info);
    try {
      LocalDate created = LocalDate.parse(day.find() ? day.group(1) : "none");
      return Blueprint.of(created, DocumentList.parse(text(Blueprint.DOCUMENTS)), key());
    } catch (java.time.DateTimeException noDay) {
      throw record(Blueprint.BAG_INFO, "no day that exists");
    } catch (IllegalArgumentException wrong) {
      throw record(Blueprint.DOCUMENTS, String.valueOf(wrong.getMessage()));
    }
  }

  VerifyingKey key() throws Broken {
    try {
      return VerifyingKey.pem(text(Blueprint.KEY));
    } catch (IllegalArgumentException wrong) {
      throw record(Blueprint.KEY, String.valueOf(wrong.getMessage()));
    }
  }

  SignedNote note(String name) throws Broken {
    try {
      return SignedNote.parse(text(name));
    } catch (IllegalArgumentException wrong) {
      throw record(name, String.valueOf(wrong.getMessage()));
    }
  }

  List<Part> computed(Blueprint blueprint) throws Broken {
    return blueprint.sealed(
        blueprint.tagFiles(text(Blueprint.CHECKPOINT)),
        bytes(Blueprint.SIGNATURE),
        bytes(Blueprint.TIMESTAMP));
  }

  Contents contents(Blueprint blueprint) throws Broken {
    return new Contents(
        LocalDate.parse(group(DAY, text(Blueprint.BAG_INFO))),
        key(),
        blueprint.documents(),
        blueprint.checkpoint(),
        text(Blueprint.CHECKPOINT),
        attestations());
  }

  private static String group(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? found.group(1) : "";
  }

  private List<Attestation> attestations() {
    List<Attestation> all = new ArrayList<>();
    attest(Attestation.Kind.CADES_SIGNATURE, Blueprint.SIGNATURE, Blueprint.SIGNED_MANIFEST, all);
    attest(
        Attestation.Kind.RFC3161_TIMESTAMP, Blueprint.TIMESTAMP, Blueprint.STAMPED_MANIFEST, all);
    return all;
  }

  private void attest(Attestation.Kind kind, String token, String manifest, List<Attestation> all) {
    byte[] said = bytes(token);
    byte[] covered = bytes(manifest);
    if (said != null && covered != null) {
      all.add(new Attestation(kind, said, covered));
    }
  }

  private String text(String name) throws Broken {
    byte[] bytes = bytes(name);
    if (bytes == null) {
      throw ContainerReader.form(name, "no such entry", name);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private byte @Nullable [] bytes(String name) {
    if (seal != null && name.equals(Blueprint.SEAL)) {
      return seal.bytes();
    }
    for (Part part : sealed) {
      if (part.name().equals(name)) {
        return part.bytes();
      }
    }
    return null;
  }

  private static Broken record(String name, String seen) {
    return new Broken(
        Finding.of(FindingCode.BUNDLE_RECORD, name, seen, "as written when it was bundled"));
  }
}
