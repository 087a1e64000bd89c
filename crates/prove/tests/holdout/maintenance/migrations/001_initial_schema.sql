-- Some tables carry the account, others only hang on a parent that does. Ids are random, none is counted.
CREATE ROLE hf_maintenance_app LOGIN;
CREATE ROLE hf_maintenance_worker LOGIN;
GRANT USAGE ON SCHEMA public TO hf_maintenance_app, hf_maintenance_worker;

CREATE TABLE accounts (
  id bigint PRIMARY KEY,
  name varchar NOT NULL,
  plan varchar NOT NULL DEFAULT 'basic'
);

CREATE TABLE users (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email varchar NOT NULL,
  encrypted_password varchar NOT NULL DEFAULT '',
  reset_password_token varchar,
  PRIMARY KEY (account_id, id)
);
CREATE UNIQUE INDEX index_users_on_account_id_and_email ON users (account_id, email);

CREATE TABLE buildings (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  address varchar NOT NULL,
  gate_code varchar,
  deleted_at timestamp,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE machines (
  account_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  building_id uuid NOT NULL,
  label varchar NOT NULL,
  kind varchar NOT NULL,
  PRIMARY KEY (account_id, id),
  FOREIGN KEY (account_id, building_id) REFERENCES buildings (account_id, id)
);

CREATE TABLE work_orders (
  account_id bigint NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  number integer NOT NULL,
  machine_id uuid NOT NULL,
  summary text NOT NULL,
  state varchar NOT NULL DEFAULT 'open',
  lock_version integer NOT NULL DEFAULT 0,
  PRIMARY KEY (account_id, id),
  UNIQUE (account_id, number),
  FOREIGN KEY (account_id, machine_id) REFERENCES machines (account_id, id)
);

-- Steps and photos belong to the work order's account; the column comes with the key of the parent.
CREATE TABLE work_order_steps (
  work_order_account_id bigint NOT NULL,
  work_order_id uuid NOT NULL,
  position integer NOT NULL,
  body text NOT NULL,
  done_at timestamp,
  PRIMARY KEY (work_order_account_id, work_order_id, position),
  FOREIGN KEY (work_order_account_id, work_order_id) REFERENCES work_orders (account_id, id) ON DELETE CASCADE
);

CREATE TABLE active_storage_blobs (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  key varchar NOT NULL,
  filename varchar NOT NULL,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE comments (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  commentable_type varchar NOT NULL,
  commentable_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE versions (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  item_type varchar NOT NULL,
  event varchar NOT NULL,
  object jsonb,
  PRIMARY KEY (account_id, id)
);

CREATE TABLE good_jobs (
  account_id bigint NOT NULL REFERENCES accounts (id),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  queue_name varchar NOT NULL DEFAULT 'default',
  serialized_params jsonb NOT NULL,
  finished_at timestamp,
  PRIMARY KEY (account_id, id)
);

DO $$
DECLARE
  t text;
  c text;
BEGIN
  FOREACH t IN ARRAY ARRAY['accounts', 'users', 'buildings', 'machines', 'work_orders', 'work_order_steps',
    'active_storage_blobs', 'comments', 'versions', 'good_jobs']
  LOOP
    c := CASE t WHEN 'accounts' THEN 'id' WHEN 'work_order_steps' THEN 'work_order_account_id'
      ELSE 'account_id' END;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY account_scope ON %I'
      ' USING (%I = NULLIF(current_setting(''app.current_account'', true), '''')::bigint)', t, c);
  END LOOP;
END
$$;

GRANT SELECT ON accounts TO hf_maintenance_app, hf_maintenance_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON users, buildings, machines, work_orders, work_order_steps,
  active_storage_blobs, comments TO hf_maintenance_app;
GRANT SELECT, INSERT ON versions, good_jobs TO hf_maintenance_app;
GRANT SELECT, UPDATE (finished_at) ON good_jobs TO hf_maintenance_worker;
GRANT SELECT ON work_orders, machines, buildings TO hf_maintenance_worker;

-- Each change of a work order is kept, with the rights of the session.
CREATE FUNCTION keep_version() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
  INSERT INTO versions (account_id, item_type, event, object)
  VALUES (OLD.account_id, TG_TABLE_NAME, lower(TG_OP), to_jsonb(OLD));
  RETURN NULL;
END
$$;
CREATE TRIGGER work_orders_versions AFTER UPDATE OR DELETE ON work_orders
  FOR EACH ROW EXECUTE FUNCTION keep_version();
