-- A schema in which rows depend on each other in many ways.
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('calm', 'busy', 'away');
CREATE DOMAIN app.email AS text CHECK (VALUE ~ '^[^@\s]+@[^@\s]+\.[a-z]{2,}$');
CREATE DOMAIN app.share AS numeric(5, 2) CHECK (VALUE BETWEEN 0 AND 100);

CREATE TABLE app.tenants (
  id uuid PRIMARY KEY, slug varchar(40) NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9-]+$'), owner_id bigint NOT NULL
);
CREATE TABLE app.users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenants,
  name text NOT NULL, email app.email NOT NULL, mood app.mood NOT NULL, manager_id bigint REFERENCES app.users,
  label text GENERATED ALWAYS AS (lower(name)) STORED, share app.share, CHECK (manager_id <> id)
);
CREATE UNIQUE INDEX users_email ON app.users (tenant_id, lower(email));
-- A cycle of columns that are never null, and no constraint of it may wait.
ALTER TABLE app.tenants ADD FOREIGN KEY (owner_id) REFERENCES app.users;

CREATE TABLE app.folders (
  tenant_id uuid NOT NULL REFERENCES app.tenants, id uuid NOT NULL, parent_id uuid, path text NOT NULL,
  PRIMARY KEY (tenant_id, id), UNIQUE (id), FOREIGN KEY (tenant_id, parent_id) REFERENCES app.folders
);
-- The folder of a note is that of its document.
CREATE TABLE app.documents (
  id uuid PRIMARY KEY, tenant_id uuid NOT NULL, folder_id uuid NOT NULL, author_id bigint NOT NULL REFERENCES app.users,
  state text NOT NULL CHECK (state IN ('draft', 'final')), finished_at timestamptz, created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL, body jsonb NOT NULL CHECK (jsonb_typeof(body) = 'object'), tags text[] NOT NULL,
  FOREIGN KEY (tenant_id, folder_id) REFERENCES app.folders, UNIQUE (tenant_id, folder_id, id),
  CHECK ((state = 'final') = (finished_at IS NOT NULL)), CHECK (updated_at >= created_at)
);
CREATE TABLE app.notes (
  id serial PRIMARY KEY, tenant_id uuid NOT NULL, folder_id uuid NOT NULL, document_id uuid NOT NULL,
  version int NOT NULL CHECK (version > 0), ip inet NOT NULL, raw bytea NOT NULL, price numeric(8, 3) NOT NULL,
  body text NOT NULL, low int NOT NULL, high int NOT NULL,
  FOREIGN KEY (tenant_id, folder_id, document_id) REFERENCES app.documents (tenant_id, folder_id, id),
  FOREIGN KEY (tenant_id, folder_id) REFERENCES app.folders, UNIQUE (document_id, version), CHECK (low < high)
);
-- Nothing but foreign keys and a few choices make rows differ.
CREATE TABLE app.grants (
  tenant_id uuid NOT NULL REFERENCES app.tenants, user_id bigint NOT NULL REFERENCES app.users,
  folder_id uuid NOT NULL REFERENCES app.folders (id), kind text NOT NULL CHECK (kind IN ('read', 'write')),
  PRIMARY KEY (user_id, folder_id, kind)
);
CREATE TABLE app.friends (
  tenant_id uuid NOT NULL REFERENCES app.tenants, one bigint NOT NULL REFERENCES app.users,
  other bigint NOT NULL REFERENCES app.users, since date NOT NULL, CHECK (one <> other)
);
CREATE UNIQUE INDEX friends_once ON app.friends (tenant_id, least(one, other), greatest(one, other));
CREATE TABLE app.bookings (
  id uuid PRIMARY KEY, tenant_id uuid NOT NULL REFERENCES app.tenants, during tstzrange NOT NULL,
  wait interval NOT NULL, at time NOT NULL, ratio real NOT NULL CHECK (ratio BETWEEN 0 AND 1),
  EXCLUDE USING gist (during WITH &&)
);
CREATE TABLE app.readings (
  tenant_id uuid NOT NULL REFERENCES app.tenants, id bigint NOT NULL, at timestamptz NOT NULL, value float8 NOT NULL,
  note text, PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE app.readings_january PARTITION OF app.readings FOR VALUES FROM ('2025-01-01') TO ('2025-02-01');
CREATE TABLE app.readings_february PARTITION OF app.readings FOR VALUES FROM ('2025-02-01') TO ('2025-03-01');
