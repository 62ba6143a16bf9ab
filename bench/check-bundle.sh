#!/usr/bin/env bash
# Checks an evidence bundle without Dunnage: openssl for hashes and signatures, Python's own library for the
# container and the tree. Written from docs/methodology/evidence.md alone and sharing no code with the product.
#   bench/check-bundle.sh BUNDLE      exit 0 valid, 1 not valid, 2 usage
set -euo pipefail
[ $# = 1 ] && [ -f "$1" ] || { echo "usage: check-bundle.sh BUNDLE" >&2; exit 2; }
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
no() { echo "not valid: $*"; exit 1; }

# 1. Container, lists, proofs and tree. Leaves what openssl needs in $work.
python3 - "$1" "$work" <<'PYTHON' || no "see above"
import base64, datetime, functools, hashlib, re, struct, sys, unicodedata, zlib
from urllib.parse import quote

path, work = sys.argv[1:]
stream = open(path, "rb")
sha = lambda b: hashlib.sha256(b).digest()
position = 0

def need(condition, what):
    if not condition:
        print(what)
        sys.exit(1)

def take(count):
    global position
    data = stream.read(count)
    need(len(data) == count, "the file ends early")
    position += count
    return data

BIG, directory = 0xFFFFFFFF, []

def header(name, size, crc):
    """Local header in its one form, and the directory entry for it at the current position."""
    raw, offset, at = name.encode(), position_of_header, min(position_of_header, BIG)
    extra = struct.pack("<HHQQ", 1, 16, size, size) if size >= BIG else b""
    common = lambda version, extra: struct.pack("<HHHHHIIIHH", version, 0x800, 0, 0, 0x21, crc, min(size, BIG), min(size, BIG), len(raw), len(extra))
    local = b"PK\3\4" + common(45 if extra else 20, extra) + raw + extra
    fields = (struct.pack("<QQ", size, size) if size >= BIG else b"") + (struct.pack("<Q", offset) if offset >= BIG else b"")
    more = struct.pack("<HH", 1, len(fields)) + fields if fields else b""
    version = 45 if more else 20
    directory.append(b"PK\1\2" + struct.pack("<H", 0x300 | version) + common(version, more) + struct.pack("<HHHII", 0, 0, 0, 0o100644 << 16, at) + raw + more)
    return local

def entry():
    global position_of_header
    position_of_header = position
    head = take(30)
    need(head[:4] == b"PK\3\4", "an entry is missing at %d" % position)
    length, extra = struct.unpack("<HH", head[26:])
    rest = take(length + extra)
    crc, size = struct.unpack("<II", head[14:22])
    if extra:
        need(extra == 20, "an extra field of another kind")
        size = struct.unpack("<Q", rest[length + 4:length + 12])[0]
    try:
        name = rest[:length].decode()
    except UnicodeDecodeError:
        need(False, "a name that is no UTF-8")
    need(head + rest == header(name, size, crc), "the header of %s is written in another way" % name)
    return name, size, crc

def small():
    name, size, crc = entry()
    need(size <= 128 << 20, name + " is too large")
    data = take(size)
    need(zlib.crc32(data) == crc, "the checksum of %s" % name)
    return name, data

parts = [small()]
while parts[-1][0] != "META-INF/seal.txt":
    need(len(parts) < 17, "too many files before the seal")
    parts.append(small())
seal = parts.pop()[1]
found = dict(parts)
need(len(found) == len(parts), "an entry twice")

# What is free in a bundle: day, documents, key, signatures. Everything else is computed from it.
try:
    info = found["bag-info.txt"].decode()
    day = re.search(r"^Bagging-Date: (\d{4}-\d\d-\d\d)$", info, re.M).group(1)
    datetime.date.fromisoformat(day)
    rows = [line.split("\t") for line in found["dunnage/documents.tsv"].decode().split("\n")[1:-1]]
    key = base64.b64decode(found["dunnage/key.pem"].decode().split("\n")[1], validate=True)
    note = found["dunnage/checkpoint.txt"].decode()
    seal = seal.decode()
except (KeyError, AttributeError, ValueError, IndexError) as wrong:
    need(False, "unreadable: %r" % wrong)
need(0 < len(rows) <= 20000 and all(len(r) == 7 for r in rows), "no list of documents")

leaves, names = [], []
for index, (number, name, size, digest, leaf, kind, modified) in enumerate(rows):
    need(number == str(index) and re.fullmatch(r"0|[1-9]\d{0,17}", size) and re.fullmatch("[0-9a-f]{64}", digest), "line %d of the list" % index)
    need(re.fullmatch(r"[a-z0-9.+-]{1,80}/[a-z0-9.+-]{1,80}", kind), "media type " + kind)
    need(modified == "-" or re.fullmatch(r"\d{4}(-\d\d){2}T\d\d(:\d\d){2}Z", modified) and datetime.datetime.fromisoformat(modified[:-1]), "time " + modified)
    segments = name.split("/")
    need(segments[0] == "data" and len(segments) > 1 and len(name[5:].encode()) <= 1000, "name " + name)
    for part in segments[1:]:
        need(part not in ("", ".", "..") and len(part.encode()) <= 255 and part[-1] not in ". ", "name " + name)
        need(not any(c in '<>:"|?*\\\ufeff\ufffd\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069' or unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in part), "name " + name)
        need(not re.fullmatch("con|prn|aux|nul|com[1-9]|lpt[1-9]", part.split(".")[0].strip().lower()), "name " + name)
    names.append(name)
    leaves.append(sha(b"\0" + f"dunnage-document 1\npath {name}\nsize {size}\nsha256 {digest}\ntype {kind}\nmodified {modified}\n".encode()))
    need(leaf == leaves[-1].hex(), "leaf of " + name)
need(names == sorted(set(names), key=str.encode), "the order of the documents")
fold = lambda s: unicodedata.normalize("NFC", unicodedata.normalize("NFC", s).upper().lower())
folders = {n[:i] for n in names for i, c in enumerate(n) if c == "/"}
need(len({fold(n) for n in folders.union(names)}) == len(folders) + len(names), "two names that are one on some systems")

@functools.cache
def root(a, b):
    left = 1 << (b - a - 1).bit_length() - 1 if b - a > 1 else 0
    return sha(b"\1" + root(a, a + left) + root(a + left, b)) if left else leaves[a]

def proof(index, a, b):
    if b - a == 1:
        return []
    left = a + (1 << (b - a - 1).bit_length() - 1)
    return proof(index, a, left) + [root(left, b)] if index < left else proof(index, left, b) + [root(a, left)]

top = root(0, len(leaves))
need(len(key) == 44, "the key")
origin = "dunnage-bundle/%s/%s" % (sha(key).hex()[:16], top.hex()[:16])
sums = lambda pairs: "".join("%s  %s\n" % (h, n.replace("%", "%25")) for n, h in pairs)
expected = {
    "mimetype": "application/vnd.etsi.asic-e+zip",
    "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
    "bag-info.txt": "Bag-Software-Agent: Dunnage\nBagging-Date: %s\nDunnage-Bundle-Version: 1\nPayload-Oxum: %d.%d\n" % (day, sum(int(r[2]) for r in rows), len(rows)),
    "manifest-sha256.txt": sums((r[1], r[3]) for r in rows),
    "dunnage/README.txt": found.get("dunnage/README.txt", b"").decode("utf-8", "replace"),
    "dunnage/documents.tsv": "index\tpath\tsize\tsha256\tleaf\ttype\tmodified\n" + "".join("\t".join(r) + "\n" for r in rows),
    "dunnage/proofs.tsv": "index\tpath\tproof\n" + "".join("%d\t%s\t%s\n" % (i, n, ",".join(h.hex() for h in proof(i, 0, len(leaves))) or "-") for i, n in enumerate(names)),
    "dunnage/checkpoint.txt": note,
    "dunnage/key.pem": "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n" % base64.b64encode(key).decode(),
}
tags = [n for n in expected if n != "mimetype"]
expected["tagmanifest-sha256.txt"] = sums((n, sha(expected[n].encode()).hex()) for n in tags)
tags.append("tagmanifest-sha256.txt")

def manifest(by, kind):
    line = '<asic:DataObjectReference URI="%s" MimeType="%s"><ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><ds:DigestValue>%s</ds:DigestValue></asic:DataObjectReference>\n'
    files = [(n, "application/x-pem-file" if n.endswith(".pem") else "text/plain", sha(expected[n].encode())) for n in tags]
    files += [(r[1], r[5], bytes.fromhex(r[3])) for r in rows]
    body = "".join(line % (quote(n, safe="/~"), t, base64.b64encode(h).decode()) for n, t, h in files)
    return '<?xml version="1.0" encoding="UTF-8"?>\n<asic:ASiCManifest xmlns:asic="http://uri.etsi.org/02918/v1.2.1#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\n<asic:SigReference URI="%s" MimeType="%s"/>\n%s</asic:ASiCManifest>\n' % (by, kind, body)

signed, stamped = ("META-INF/" + n in found for n in ("signature001.p7s", "timestamp001.tst"))
expected["META-INF/ASiCManifest001.xml"] = manifest("META-INF/signature001.p7s", "application/pkcs7-signature") if signed else manifest("dunnage/checkpoint.txt", "text/plain")
if signed:
    expected["META-INF/signature001.p7s"] = found["META-INF/signature001.p7s"]
if stamped:
    expected["META-INF/ASiCManifest002.xml"] = manifest("META-INF/timestamp001.tst", "application/vnd.etsi.timestamp-token")
    expected["META-INF/timestamp001.tst"] = found["META-INF/timestamp001.tst"]
need([n for n, _ in parts] == list(expected), "other files than a bundle has: %s" % [n for n, _ in parts])
for name, content in expected.items():
    need(found[name] == (content if isinstance(content, bytes) else content.encode()), name + " does not follow from the documents")

def signature(note, text, name, to):
    """The note is exactly this text with one signature line by the key; both go to openssl."""
    match = re.fullmatch(re.escape(text + "\n\u2014 " + name + " ") + r"([A-Za-z0-9+/]+=*)\n", note)
    need(match, "another text than %s signs" % to)
    blob = base64.b64decode(match.group(1))
    need(base64.b64encode(blob).decode() == match.group(1) and len(blob) == 68 and blob[:4] == sha(name.encode() + b"\n\1" + key[12:])[:4], "the signature line of " + to)
    for ending, data in (("text", text.encode()), ("sig", blob[4:]), ("key", key)):
        open(f"{work}/{to}.{ending}", "wb").write(data)

signature(note, "%s\n%d\n%s\n" % (origin, len(leaves), base64.b64encode(top).decode()), origin, "checkpoint")
signature(seal, origin + "/seal\n" + sums((n, sha(d).hex()) for n, d in parts), origin + "/seal", "seal")

for row in rows:
    name, size, crc = entry()
    need((name, size) == (row[1], int(row[2])), "%s stands where %s should" % (name, row[1]))
    digest, check, left = hashlib.sha256(), 0, size
    while left:
        block = take(min(left, 1 << 20))
        digest.update(block)
        check, left = zlib.crc32(block, check), left - len(block)
    need(digest.hexdigest() == row[3] and check == crc, name + " was altered")

start, count, length = position, len(directory), sum(map(len, directory))
tail = b"".join(directory)
if start >= BIG or length >= BIG or count >= 0xFFFF:
    tail += struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 0x300 | 45, 45, 0, 0, count, count, length, start)
    tail += struct.pack("<IIQI", 0x07064B50, 0, start + length, 1)
tail += struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, min(count, 0xFFFF), min(count, 0xFFFF), min(length, BIG), min(start, BIG), 0)
need(stream.read() == tail, "the directory or the end of the container")
print("%d documents, root %s, key %s" % (len(rows), top.hex(), sha(key).hex()))
PYTHON

# 2. The two Ed25519 signatures.
for what in checkpoint seal; do
  openssl pkeyutl -verify -pubin -inkey "$work/$what.key" -keyform DER -rawin -in "$work/$what.text" \
    -sigfile "$work/$what.sig" >"$work/openssl.log" 2>&1 || no "the signature of the $what"
done
echo "valid"
