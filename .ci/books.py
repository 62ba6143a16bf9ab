"""Real files through a running server by its command line: imported, the same again, aged, taken back.

usage: books.py FOLDER [DATA]     FOLDER is scratch, and open to other accounts; DATA has the real files

Figures are checked against sums made with nothing but the csv module.
"""

import csv
import datetime
import json
import os
import pathlib
import re
import subprocess
import sys
import time
from decimal import Decimal

scratch = pathlib.Path(sys.argv[1])
data = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
root = pathlib.Path(__file__).resolve().parent.parent
home = scratch / "books"
environment = {**os.environ, "DUNNAGE_HOME": str(home)}


def dunnage(*arguments, codes=(0,), env=None):
    done = subprocess.run(
        [root / "dunnage", *map(str, arguments)], capture_output=True, text=True, env={**environment, **(env or {})}
    )
    if done.returncode not in codes or re.search(r"Exception|^\s+at ", done.stdout + done.stderr, re.M):
        sys.exit(f"dunnage {' '.join(map(str, arguments))}: {done.returncode}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return done.stdout


def serve():
    said = open(scratch / "books.said", "w")
    server = subprocess.Popen([root / "dunnage", "serve", "--port", "0", "--no-browser"], stderr=said, env=environment)
    for _ in range(1200):
        text = (scratch / "books.said").read_text()
        if "Ready in" in text:
            environment["DUNNAGE_URL"] = re.search(r"address\s+(\S+)", text).group(1)
            return server
        if server.poll() is not None:
            sys.exit(f"the server ended by itself\n{text}")
        time.sleep(0.1)
    sys.exit("not ready after two minutes")


def organisation(name):
    said = dunnage(
        "organisations", "create", "--name", name, "--currency", "USD", "--owner-name", "Li Na",
        "--owner-email", f"{name.lower()}@books.example", "--no-save",
    )
    return {"DUNNAGE_TOKEN": re.search(r"dun_\w+", said).group(0)}


def ibm(row):
    day = lambda text: datetime.datetime.strptime(text, "%m/%d/%Y").date()
    return day(row["InvoiceDate"]), day(row["DueDate"]), day(row["SettledDate"]), Decimal(row["InvoiceAmount"])


def highradius(row):
    day = datetime.date.fromisoformat
    due = day(row["due_date"])
    return due - datetime.timedelta(days=15), due, day(row["clear_date"]), Decimal(row["amount"])


def plain(layout, file, day):
    """What is open and overdue at the end of the day, in a plain sum."""
    owed = overdue = Decimal(0)
    with open(file, encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            issued, due, settled, amount = layout(row)
            if amount > 0 and issued <= day < settled:
                owed += amount
                overdue += amount if due < day else 0
    return owed, overdue


def imported(token, *files, codes=(0,)):
    out = dunnage("import", "--json", *files, codes=codes, env=token)
    answers = [json.loads(line) for line in out.splitlines()]
    for answer in answers:
        receipt = answer["receipt"]
        if answer["duplicate_of"] is None:
            assert answer["state"] == "committed", answer
            assert receipt["lines_in"] == receipt["accepted"] + receipt["rejected"], receipt
    return answers


def aged(token, day):
    currencies = json.loads(dunnage("aging", "--on", day, "--json", env=token))["currencies"]
    total = lambda name: sum((Decimal(row[name]["amount"]) for row in currencies), Decimal(0))
    return total("open"), total("overdue")


def known_again(token, file, codes):
    again = imported(token, file, codes=codes)[0]
    assert again["duplicate_of"], "the same bytes again must name the first import"
    whole = json.loads(dunnage("import", "--json", "--again", file, codes=codes, env=token))
    assert (whole["receipt"]["added"], whole["receipt"]["changed"]) == (0, 0), whole["receipt"]


def whole_file(name, layout, file, day, codes):
    token = organisation(name)
    first = imported(token, file, codes=codes)[0]
    owed = aged(token, day)
    wanted = plain(layout, file, day)
    assert owed == wanted, f"{file.name} on {day}: {owed}, a plain sum gives {wanted}"
    known_again(token, file, codes)
    assert aged(token, day) == owed
    first["exported"] = exported(name, token, day)
    return token, first


def exported(name, token, day):
    """What is exported and imported again changes nothing; in another organisation it is the same book."""
    file = scratch / f"{name}.zip"
    dunnage("export", "--out", file, env=token)
    here = imported(token, file)[0]["receipt"]
    assert (here["added"], here["changed"], here["rejected"]) == (0, 0, 0), here
    other = organisation(f"{name}-copy")
    there = imported(other, file)[0]["receipt"]
    assert there["rejected"] == 0 and there["added"] > 0, there
    assert aged(other, day) == aged(token, day)
    return there["lines_in"]


def main():
    server = serve()
    try:
        sample = organisation("Sample")
        folder = root / "app/src/main/resources/dunnage/sample"
        files = [folder / name for name in ("payments.csv", "orders.csv", "events.csv", "receivables.csv", "bank.xml")]
        first = imported(sample, *files)
        rows = exported("Sample", sample, "2026-03-31")
        for answer in reversed(first):
            dunnage("imports", "undo", answer["id"], "--reason", "wrong folder", env=sample)
        assert aged(sample, "2026-03-31") == (0, 0)
        told = [f"sample: {sum(a['receipt']['lines_in'] for a in first)} lines, {rows} exported"]
        if data:
            day = datetime.date(2013, 12, 2)
            for number, file in enumerate(sorted((data / "invoices/ibm").glob("*.csv"))):
                token, answer = whole_file(f"Ibm{number}", ibm, file, day, (0, 3))
                dunnage("imports", "undo", answer["id"], "--reason", "only tried", env=token)
                assert aged(token, day) == (0, 0)
                told.append(f"{file.name}: {answer['receipt']['lines_in']} lines, {answer['exported']} exported")
            file = data / "invoices/highradius/closed_train_32000.csv"
            token, answer = whole_file("Highradius", highradius, file, datetime.date(2019, 12, 31), (0, 3))
            told.append(f"{file.name}: {answer['receipt']['lines_in']} lines, {answer['exported']} exported")
            told.append(invoices())
        print("; ".join(told))
    finally:
        server.terminate()
        server.wait()


def invoices():
    """Every e-invoice that `read` takes: one receivable or credit each, or a reason why not."""
    token = organisation("Einvoices")
    files = sorted(path for path in (data / "einvoice").rglob("*.xml"))
    taken = 0
    for start in range(0, len(files), 40):
        out = dunnage("import", "--json", *files[start : start + 40], codes=(0, 3, 5), env=token)
        for line in out.splitlines():
            answer = json.loads(line)
            taken += answer["state"] == "committed"
            assert answer["state"] in ("committed", "previewed", "failed"), answer
    assert taken > 0
    return f"{len(files)} e-invoices, {taken} taken"


main()
