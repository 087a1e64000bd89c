#!/bin/sh
# Shows that the migrations can be applied, before anybody applies them: every file is read and cut into
# statements, applied to an empty database on a throw-away server, applied once more, and verified.
#
#   scripts/validate-migrations.sh [PROJECT]
#
# Without PROJECT, every system is validated. No other database is touched, whatever DATABASE_URL says.
set -eu
cd "$(dirname "$0")/.."
unset DATABASE_URL PGHOST PGHOSTADDR PGPORT PGDATABASE PGUSER PGPASSWORD PGSERVICE
scripts/install-postgres
cargo build --quiet --package bulkhead-cli
bulkhead=$PWD/target/debug/bulkhead

scratch=$(mktemp -d)
chmod 755 "$scratch"
finish() {
  "$bulkhead" -C "$scratch" dev reset --yes --quiet || true
  rm -rf "$scratch"
}
trap finish EXIT INT TERM
cp bulkhead.toml "$scratch/"
cp -R systems "$scratch/"

if [ $# -gt 0 ]; then
  set -- --project "$1"
fi
for command in migrate 'migrate --rerun' verify; do
  echo "== $command"
  # shellcheck disable=SC2086
  "$bulkhead" -C "$scratch" "$@" $command
done
echo "== valid"
