#!/bin/sh
# Kills the server while it imports a file of 20,000 lines, again and again, and checks its books against a journal
# of what was sent and acknowledged: in turn the JVM alone, its PostgreSQL left behind, and every process.
#
#   bench/kill.sh [CYCLES] [SEED]        (default: 200 cycles; about 15 s each)
#
# Needs what the build needs. The journal is bench/target/kills-SEED.txt, one line per kill and per import: what was
# killed when, whether it had been acknowledged, and whether the import was completed, resumed or rolled back.
# It stops at the first thing lost, doubled or wrong; the same seed sends the same files and kills after the same times.
set -eu
cd "$(dirname "$0")/.."
cycles=${1:-200}
seed=${2:-$(date +%s)}
journal=$PWD/bench/target/kills-$seed.txt
mkdir -p bench/target
rm -f "$journal"
code=0
mvn -q -B -pl app -am test -Dtest=KillTest -Dsurefire.failIfNoSpecifiedTests=false \
  -Ddunnage.kills="$cycles" -Ddunnage.kills.seed="$seed" -Ddunnage.kills.journal="$journal" || code=$?
[ -s "$journal" ] || { echo "bench/kill.sh: nothing was run; see above" >&2; exit 1; }
kills=$(grep -c '^cycle [0-9]*: .* killed' "$journal" || true)
echo "$kills kills, seed $seed: $(grep -c ', acknowledged as' "$journal" || true) came after the answer," \
  "$(grep -c 'resumed [1-9]' "$journal" || true) imports resumed, $(grep -c 'rolled back' "$journal" || true) rolled back"
tail -n 1 "$journal"
[ "$code" = 0 ] && [ "$kills" = "$cycles" ] || { echo "bench/kill.sh: stopped after $kills of $cycles; see $journal" >&2; exit 1; }
