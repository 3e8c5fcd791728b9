#!/bin/sh
# One night's work: nightly.sh DATE. Needs clv on the path, and PGPASSWORD in the environment.
set -eu
here=$(dirname "$0")
night=$1
export PGHOST="${PGHOST:-127.0.0.1}" PGPORT="${PGPORT:-5432}" PGUSER="${PGUSER:-clv}" PGDATABASE="${PGDATABASE:-crm}"
runs="${RUNS:-runs}"
mkdir -p "$runs"

clv run --config "$here/clv.config.json" --run-id "$night" --out "$runs/$night" --rejects "$runs/$night-rejects.csv" --quiet

# The newest run before this one, if there is any.
last=$(ls -d "$runs"/*/ | sed 's|/$||' | awk -v tonight="$runs/$night" '$0 < tonight' | tail -n 1)
if [ -n "$last" ]; then clv monitor --against "$last" --run "$runs/$night"; fi
