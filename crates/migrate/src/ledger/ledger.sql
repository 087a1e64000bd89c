-- One row per applied version. Other tools and people read this table: columns are only ever added.
CREATE TABLE IF NOT EXISTS {ledger} (
  version             text PRIMARY KEY,
  description         text NOT NULL DEFAULT '',
  checksum            text,
  checksum_normalized text,
  applied_at          timestamptz NOT NULL DEFAULT now(),
  duration            interval,
  applied_by          text NOT NULL DEFAULT session_user
);
COMMENT ON TABLE {ledger} IS 'Bulkhead ledger, format {format}';

CREATE SCHEMA IF NOT EXISTS bulkhead;

-- Steps of versions that are not finished; empty otherwise.
CREATE TABLE IF NOT EXISTS bulkhead.steps (
  version    text NOT NULL,
  step       integer NOT NULL,
  direction  text NOT NULL,
  digest     text NOT NULL,
  state      text NOT NULL,
  before     text NOT NULL DEFAULT '',
  began_at   timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (version, step)
);
