#!/bin/sh
# Applies the pending migrations of one project in one environment.
#
#   scripts/run-migrations.sh ENV [PROJECT]
#
# ENV is dev, staging or prod. dev is the embedded server, or DATABASE_URL when it is set. staging and prod need
# their own variable, DATABASE_URL_STAGING or DATABASE_URL_PROD, so that no forgotten DATABASE_URL is migrated by
# mistake. PROJECT is a folder's name under systems/; it may be left out where DATABASE_URL is not used.
set -eu
cd "$(dirname "$0")/.."

usage() {
  sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
  exit 2
}

case "${1:-}" in
  dev | development) url=${DATABASE_URL:-} ;;
  staging) url=${DATABASE_URL_STAGING:?set DATABASE_URL_STAGING to the staging database} ;;
  prod | production) url=${DATABASE_URL_PROD:?set DATABASE_URL_PROD to the production database} ;;
  *) usage ;;
esac

if [ -n "$url" ]; then
  # In the environment, not on the command line: other users can read command lines.
  DATABASE_URL=$url
  export DATABASE_URL
else
  scripts/install-postgres
fi
cargo build --quiet --package bulkhead-cli
if [ $# -ge 2 ]; then
  exec target/debug/bulkhead --project "$2" migrate
fi
exec target/debug/bulkhead migrate
