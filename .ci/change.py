#!/usr/bin/env python3
"""Changed copies of a bundle, always the same ones: change.py BUNDLE FOLDER COUNT"""
import random
import sys
import zipfile

bundle, folder, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
good = open(bundle, "rb").read()
dice = random.Random(20261125)


def packed(entries, kind=zipfile.ZIP_STORED):
    """Put together anew by another program, with checksums that fit."""
    path = "%s/packed.asice" % folder
    with zipfile.ZipFile(path, "w", kind) as out:
        for name, content in entries:
            out.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, kind)
    data = open(path, "rb").read()
    return data


def change(number):
    at = dice.randrange(len(good))
    if number % 6 == 0:
        return good[:at] + bytes([good[at] ^ 1 << dice.randrange(8)]) + good[at + 1:]
    if number % 6 == 1:
        return good[:at] + bytes([dice.randrange(256)]) + good[at:]
    if number % 6 == 2:
        return good[:at] + good[at + dice.randrange(1, 9):]
    if number % 6 == 3:
        return good[:at]
    if number % 6 == 4:
        return good + bytes(dice.randrange(1, 9))
    with zipfile.ZipFile(bundle) as archive:
        entries = [(i.filename, archive.read(i)) for i in archive.infolist()]
    one = dice.randrange(len(entries))
    other = dice.randrange(len(entries))
    entries[one], entries[other] = entries[other], entries[one]
    return packed(entries, dice.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))


for number in range(count):
    changed = change(number)
    while changed == good:
        changed = change(number)
    open("%s/%02d.asice" % (folder, number), "wb").write(changed)
