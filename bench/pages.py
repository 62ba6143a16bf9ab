#!/usr/bin/env python3
"""How long the desk's pages take on the sample exporter, one after another over HTTP.

    ./dunnage demo --no-browser --port 8094 > demo.txt &
    bench/pages.py demo.txt

Prints for each page the median and the 95th percentile of 100 requests after 30 to warm up, in milliseconds, and its
size. Ends with 1 if a page takes 100 ms or more at the 95th percentile.
"""
import http.client
import re
import sys
import time
import urllib.parse

LIMIT_MS = 100


def main():
    said = open(sys.argv[1], encoding="utf-8").read()
    address = urllib.parse.urlparse(re.search(r"The desk:\s+(\S+)", said).group(1))
    email, password = re.search(r"Sign in:\s+(\S+)\s+password (\S+)", said).groups()

    def ask(method, path, headers, body=None):
        connection = http.client.HTTPConnection(address.hostname, address.port)
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer, answer.read()

    form = urllib.parse.urlencode({"email": email, "password": password, "to": "/"})
    kind = "application/x-www-form-urlencoded"
    answer, _ = ask("POST", "/sign-in", {"Sec-Fetch-Site": "same-origin", "Content-Type": kind}, form)
    signed_in = {"Cookie": answer.getheader("Set-Cookie").split(";")[0], "Accept-Encoding": "gzip"}

    def one(page, link):
        return re.search(link, ask("GET", page, signed_in)[1].decode()).group(1)

    debtor = one("/", r"/debtors/(deb_[0-9a-z]+)")
    receivable = one("/receivables", r"/receivables/(inv_[0-9a-z]+)")
    pages = [
        "/", "/debtors", "/debtors?sort=-open", f"/debtors/{debtor}", f"/debtors/{debtor}/edit",
        f"/debtors/{debtor}/letter", "/receivables", "/receivables?overdue=true&sort=-amount",
        f"/receivables/{receivable}", "/check", "/alerts", "/imports", "/settings", "/settings/rates", "/calls", "/help",
        "/search?q=aldwick", "/search?q=RY25",
    ]
    print(f"{'page':40}{'p50 ms':>8}{'p95 ms':>8}{'bytes':>9}")
    slowest = 0
    for page in pages:
        for _ in range(30):
            ask("GET", page, signed_in)
    for page in pages:
        times = []
        for _ in range(100):
            start = time.perf_counter()
            answer, body = ask("GET", page, signed_in)
            times.append((time.perf_counter() - start) * 1000)
            if answer.status not in (200, 302):
                sys.exit(f"{page}: {answer.status}")
        times.sort()
        slowest = max(slowest, times[94])
        shown = re.sub(r"_[0-9a-z]{26}", "_…", page)
        print(f"{shown:40}{times[49]:8.0f}{times[94]:8.0f}{len(body):9}")
    sys.exit(0 if slowest < LIMIT_MS else 1)


main()
