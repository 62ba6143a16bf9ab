#!/bin/sh
# Measures `dunnage assess` as a whole process: wall, user and memory, on invented books.
#
#   bench/assess.sh [100000] [1000000]      (default: both)
#
# At 100,000 receivables it also runs `hledger balance` on the same book, interleaved A B B A, five
# rounds, after checking that both print the same open total. Medians are printed.
set -eu
cd "$(dirname "$0")/.."

ROUNDS=5
SEED=7
AS_OF=2025-12-31
work=${DUNNAGE_BENCH_DIR:-bench/target/books}

need() {
  command -v "$1" > /dev/null 2>&1 || { echo "bench/assess.sh: $1 is missing; on Debian: apt-get install -y $2" >&2; exit 1; }
}
need hledger hledger
need jq jq
[ -x /usr/bin/time ] || { echo "bench/assess.sh: /usr/bin/time is missing; on Debian: apt-get install -y time" >&2; exit 1; }

# The launcher knows where a JDK 25 is; the generator needs the same one.
java25() {
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    [ -n "$home" ] && [ -x "$home/bin/java" ] || continue
    case "$("$home/bin/java" -version 2>&1 | head -n 1)" in
      *'"25'*) echo "$home/bin/java"; return ;;
    esac
  done
  echo "bench/assess.sh: no JDK 25 found; set JAVA_HOME" >&2
  exit 1
}

java=$(java25)
mvn -q -B -DskipTests package

generate() { # receivables debtors [--journal]
  dir=$work/$1
  rm -rf "$dir"
  "$java" -cp kernel/target/classes:bench/target/classes dunnage.bench.BookGenerator "$1" "$2" "$SEED" "$dir" ${3:-}
}

timed() { # log command...: appends "wall user max-rss-kB"
  log=$1
  shift
  /usr/bin/time -f '%e %U %M' -a -o "$log" "$@" > /dev/null
}

median() { # log column
  awk -v c="$2" '{ print $c }' "$1" | sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

report() { # name log
  printf '%-28s wall %8.2f s   user %8.2f s   max RSS %8.1f MB   (%d runs)\n' \
    "$1" "$(median "$2" 1)" "$(median "$2" 2)" "$(awk "BEGIN { print $(median "$2" 3) / 1024 }")" "$(wc -l < "$2")"
}

ours() { ./dunnage assess "$1/book.csv" --as-of "$AS_OF" --json; }

same_total() { # directory
  want=$(cut -d ' ' -f 1 "$1/open-total.txt")
  mine=$(ours "$1" 2> /dev/null | jq -r '.portfolio.open_amount[] | select(.currency == "EUR") | .amount')
  [ "$mine" = "$want" ] || { echo "bench/assess.sh: open totals differ: dunnage $mine, book $want" >&2; exit 1; }
}

same_total_in_hledger() { # directory
  want=$(cut -d ' ' -f 1 "$1/open-total.txt")
  theirs=$(hledger -f "$1/book.journal" balance --depth 2 assets:receivable -N | awk '{ print $1 }')
  [ "$theirs" = "$want" ] || { echo "bench/assess.sh: open totals differ: hledger $theirs, book $want" >&2; exit 1; }
}

side_by_side() { # receivables debtors
  generate "$1" "$2" --journal
  same_total "$dir"
  same_total_in_hledger "$dir"
  a=$dir/dunnage.times b=$dir/hledger.times
  : > "$a"; : > "$b"
  round=0
  while [ $round -lt $ROUNDS ]; do
    timed "$a" ./dunnage assess "$dir/book.csv" --as-of "$AS_OF" --json
    timed "$b" hledger -f "$dir/book.journal" balance
    timed "$b" hledger -f "$dir/book.journal" balance
    timed "$a" ./dunnage assess "$dir/book.csv" --as-of "$AS_OF" --json
    round=$((round + 1))
  done
  echo "$1 receivables, open total $(cat "$dir/open-total.txt")"
  report "dunnage assess --json" "$a"
  report "hledger balance" "$b"
  awk "BEGIN { printf \"ratio hledger / dunnage         wall %.1f   user %.1f   max RSS %.1f\n\", $(median "$b" 1) / $(median "$a" 1), $(median "$b" 2) / $(median "$a" 2), $(median "$b" 3) / $(median "$a" 3) }"
}

alone() { # receivables debtors
  generate "$1" "$2"
  same_total "$dir"
  a=$dir/dunnage.times
  : > "$a"
  round=0
  while [ $round -lt $ROUNDS ]; do
    timed "$a" ./dunnage assess "$dir/book.csv" --as-of "$AS_OF" --json
    round=$((round + 1))
  done
  echo "$1 receivables, open total $(cat "$dir/open-total.txt")"
  report "dunnage assess --json" "$a"
}

echo "$(nproc) cores, $(uname -sm), $("$java" -version 2>&1 | head -n 1), $(hledger --version | head -n 1)"
for size in ${*:-100000 1000000}; do
  case $size in
    100000) side_by_side 100000 2000 ;;
    *) alone "$size" 10000 ;;
  esac
done
