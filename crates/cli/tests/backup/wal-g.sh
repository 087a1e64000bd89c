#!/bin/sh
# Answers as WAL-G does, from a base backup and a folder of archived WAL.
set -eu
case $1 in
    backup-list)
        echo '[{"backup_name": "base_000000010000000000000002", "time": "2026-01-01T00:00:00Z",'
        echo '  "wal_file_name": "000000010000000000000002", "finish_time": "2026-01-01T00:00:00Z",'
        echo '  "uncompressed_size": 23033334}]' ;;
    wal-show)
        echo '[{"id": 1, "start_segment": "000000010000000000000001",'
        echo '  "end_segment": "000000010000000000000004", "missing_segments": [], "status": "OK"}]' ;;
    backup-fetch)
        [ "$3" = base_000000010000000000000002 ]
        cp -R '{backup}/.' "$2" ;;
    wal-fetch) cp '{archive}/'"$2" "$3" ;;
    *) echo "unknown command: $1" >&2; exit 1 ;;
esac
