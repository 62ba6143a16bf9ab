"""Open and overdue money of `assess --json`, checked against a sum made with nothing but the csv module.

usage: sums.py OUTPUT LAYOUT DAY FILE
"""

import csv
import datetime
import json
import sys
from decimal import Decimal


def ibm(row):
    day = lambda text: datetime.datetime.strptime(text, "%m/%d/%Y").date()
    return day(row["InvoiceDate"]), day(row["DueDate"]), day(row["SettledDate"]), Decimal(row["InvoiceAmount"])


def highradius(row):
    day = datetime.date.fromisoformat
    due = day(row["due_date"])
    # The file has no issue date: fifteen days before the due date stand in.
    return due - datetime.timedelta(days=15), due, day(row["clear_date"]), Decimal(row["amount"])


def main():
    output, layout, as_of, file = sys.argv[1:]
    day = datetime.date.fromisoformat(as_of)
    receivables, count, open_sum, overdue = 0, 0, Decimal(0), Decimal(0)
    with open(file, encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            issued, due, settled, amount = {"ibm": ibm, "highradius": highradius}[layout](row)
            if issued > day or amount <= 0:
                continue
            receivables += 1
            if settled > day:
                count += 1
                open_sum += amount
                overdue += amount if due < day else 0
    book = json.load(open(output, encoding="utf-8"))["portfolio"]
    total = lambda amounts: sum((Decimal(a["amount"]) for a in amounts), Decimal(0))
    seen = (book["receivables"], book["open"], total(book["open_amount"]), total(book["overdue_amount"]))
    wanted = (receivables, count, open_sum, overdue)
    if seen != wanted:
        sys.exit(f"{file} on {as_of}: (receivables, open, open money, overdue money) {seen}, a plain sum gives {wanted}")


main()
