#!/bin/sh
# The everyday commands for the ADX Core database: migrate, setup, status, verify, health, …
#
#   scripts/db-setup.sh migrate
#   PROJECT=experiments scripts/db-setup.sh status
#
# Everything after the script's name goes to `bulkhead`; the database is DATABASE_URL, else the embedded server.
set -eu
cd "$(dirname "$0")/.."
if [ $# -eq 0 ] || [ "$1" = -h ] || [ "$1" = --help ]; then
  sed -n '2,7s/^# \{0,1\}//p' "$0"
  exit 0
fi
[ -n "${DATABASE_URL:-}" ] || scripts/install-postgres
cargo build --quiet --package bulkhead-cli
exec target/debug/bulkhead --project "${PROJECT:-adx-core}" "$@"
