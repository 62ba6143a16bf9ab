package dunnage.kernel.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Ten thousand ways to change a bundle, from a turned bit to a container put together anew with
/// fitting checksums. None may verify.
class MutationTest {

  private static final int ROUNDS = 10_000;
  private static final byte[] TOKEN = {0x30, 3, 2, 1, 1};

  private static byte[] bundle() {
    Map<String, byte[]> files = new TreeMap<>(PathRule.ORDER);
    files.put("a.txt", Bundles.utf8("one\n"));
    files.put("b/empty", new byte[0]);
    files.put("c.txt", Bundles.utf8("three\n"));
    return Bundles.of(files, Keys.FIRST, TOKEN, TOKEN);
  }

  @Test
  void none_of_ten_thousand_changed_bundles_is_valid() {
    byte[] good = bundle();
    assertThat(Bundles.verify(good).valid()).isTrue();
    long seed = 20261125;
    Random random = new Random(seed);
    int tried = 0;
    for (int round = 0; tried < ROUNDS; round++) {
      Mutation kind = Mutation.values()[round % Mutation.values().length];
      byte[] changed = kind.change(good, random);
      if (Arrays.equals(good, changed)) {
        continue;
      }
      tried++;
      assertThat(Bundles.verify(changed).valid())
          .as("seed %d, round %d, %s", seed, round, kind)
          .isFalse();
    }
  }

  @Test
  void no_byte_of_a_bundle_can_change_alone() {
    byte[] good = bundle();
    long seed = 9162;
    Random random = new Random(seed);
    for (int at = random.nextInt(4); at < good.length; at += 1 + random.nextInt(7)) {
      byte[] changed = good.clone();
      changed[at] ^= (byte) (1 + random.nextInt(255));
      assertThat(Bundles.verify(changed).valid()).as("seed %d, byte %d", seed, at).isFalse();
    }
  }

  @Test
  void no_beginning_of_a_bundle_is_one() {
    byte[] good = bundle();
    for (int length = 0; length < good.length; length += 13) {
      assertThat(Bundles.verify(Arrays.copyOf(good, length)).valid()).as("%d", length).isFalse();
    }
  }

  private enum Mutation {
    BIT {
      @Override
      byte[] change(byte[] good, Random random) {
        byte[] bytes = good.clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
      }
    },
    INSERT {
      @Override
      byte[] change(byte[] good, Random random) {
        int at = random.nextInt(good.length + 1);
        byte[] more = new byte[1 + random.nextInt(4)];
        random.nextBytes(more);
        return join(Arrays.copyOf(good, at), more, tail(good, at));
      }
    },
    DELETE {
      @Override
      byte[] change(byte[] good, Random random) {
        int at = random.nextInt(good.length);
        int to = Math.min(good.length, at + 1 + random.nextInt(64));
        return join(Arrays.copyOf(good, at), tail(good, to));
      }
    },
    TRUNCATE {
      @Override
      byte[] change(byte[] good, Random random) {
        return Arrays.copyOf(good, random.nextInt(good.length));
      }
    },
    APPEND {
      @Override
      byte[] change(byte[] good, Random random) {
        byte[] more = new byte[1 + random.nextInt(200)];
        random.nextBytes(more);
        return join(good, more);
      }
    },
    COMMENT {
      @Override
      byte[] change(byte[] good, Random random) {
        byte[] more = new byte[1 + random.nextInt(20)];
        byte[] bytes = join(good, more);
        bytes[good.length - 2] = (byte) more.length;
        return bytes;
      }
    },
    RANGE_SWAP {
      @Override
      byte[] change(byte[] good, Random random) {
        byte[] bytes = good.clone();
        int length = 1 + random.nextInt(32);
        int a = random.nextInt(good.length - length);
        int b = random.nextInt(good.length - length);
        System.arraycopy(good, a, bytes, b, length);
        System.arraycopy(good, b, bytes, a, length);
        return bytes;
      }
    },
    LOCAL_HEADER {
      @Override
      byte[] change(byte[] good, Random random) {
        return header(good, 0x04034b50, ZipForm.LOCAL_BYTES, random);
      }
    },
    CENTRAL_HEADER {
      @Override
      byte[] change(byte[] good, Random random) {
        return header(good, 0x02014b50, 46, random);
      }
    },
    END_HEADER {
      @Override
      byte[] change(byte[] good, Random random) {
        byte[] bytes = good.clone();
        bytes[good.length - 1 - random.nextInt(22)] = (byte) random.nextInt();
        return bytes;
      }
    },
    ENTRIES_REORDERED {
      @Override
      byte[] change(byte[] good, Random random) {
        List<Containers.Entry> entries = Containers.read(good);
        Collections.swap(entries, random.nextInt(entries.size()), random.nextInt(entries.size()));
        return Containers.container(entries);
      }
    },
    ENTRY_DROPPED {
      @Override
      byte[] change(byte[] good, Random random) {
        List<Containers.Entry> entries = Containers.read(good);
        entries.remove(random.nextInt(entries.size()));
        return Containers.container(entries);
      }
    },
    ENTRY_DOUBLED {
      @Override
      byte[] change(byte[] good, Random random) {
        List<Containers.Entry> entries = Containers.read(good);
        Containers.Entry entry = entries.get(random.nextInt(entries.size()));
        entries.add(random.nextInt(entries.size() + 1), entry);
        return Containers.container(entries);
      }
    },
    ENTRY_ADDED {
      @Override
      byte[] change(byte[] good, Random random) {
        List<Containers.Entry> entries = Containers.read(good);
        String folder = List.of("", "data/", "META-INF/", "dunnage/").get(random.nextInt(4));
        entries.add(
            random.nextInt(entries.size() + 1),
            new Containers.Entry(folder + "more" + random.nextInt(9), new byte[] {1}));
        return Containers.container(entries);
      }
    },
    ENTRY_RENAMED {
      @Override
      byte[] change(byte[] good, Random random) {
        List<Containers.Entry> entries = Containers.read(good);
        int at = random.nextInt(entries.size());
        Containers.Entry entry = entries.get(at);
        String name = random.nextBoolean() ? entry.name() + "x" : "data/../" + entry.name();
        entries.set(at, new Containers.Entry(name, entry.bytes()));
        return Containers.container(entries);
      }
    },
    /// The checksums of the container fit; only hashes and signatures can tell.
    CONTENT {
      @Override
      byte[] change(byte[] good, Random random) {
        List<Containers.Entry> entries = Containers.read(good);
        int at = random.nextInt(entries.size());
        Containers.Entry entry = entries.get(at);
        byte[] bytes = entry.bytes().clone();
        if (bytes.length == 0 || random.nextInt(4) == 0) {
          bytes = join(bytes, new byte[] {(byte) random.nextInt()});
        } else {
          bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        entries.set(at, new Containers.Entry(entry.name(), bytes));
        return Containers.container(entries);
      }
    },
    CONTENTS_SWAPPED {
      @Override
      byte[] change(byte[] good, Random random) {
        List<Containers.Entry> entries = Containers.read(good);
        int a = random.nextInt(entries.size());
        int b = random.nextInt(entries.size());
        byte[] bytes = entries.get(a).bytes();
        entries.set(a, new Containers.Entry(entries.get(a).name(), entries.get(b).bytes()));
        entries.set(b, new Containers.Entry(entries.get(b).name(), bytes));
        return Containers.container(entries);
      }
    },
    /// The key of another: every signature is now by a key that is not in the bundle.
    KEY {
      @Override
      byte[] change(byte[] good, Random random) {
        List<Containers.Entry> entries = Containers.read(good);
        byte[] raw = new byte[32];
        random.nextBytes(raw);
        entries.set(
            Containers.find(entries, Blueprint.KEY),
            new Containers.Entry(Blueprint.KEY, Bundles.utf8(VerifyingKey.raw(raw).pem())));
        return Containers.container(entries);
      }
    };

    abstract byte[] change(byte[] good, Random random);

    /// One field of one header, set to anything.
    static byte[] header(byte[] good, int signature, int length, Random random) {
      ByteBuffer fields = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
      int at = random.nextInt(good.length - length);
      while (fields.getInt(at) != signature) {
        at = (at + 1) % (good.length - length);
      }
      int field = at + 4 + 2 * random.nextInt((length - 4) / 2);
      short value = random.nextBoolean() ? (short) random.nextInt(4) : (short) random.nextInt();
      return fields.putShort(field, value).array();
    }

    static byte[] tail(byte[] bytes, int from) {
      return Arrays.copyOfRange(bytes, from, bytes.length);
    }

    static byte[] join(byte[]... parts) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (byte[] part : parts) {
        out.writeBytes(part);
      }
      return out.toByteArray();
    }
  }
}
