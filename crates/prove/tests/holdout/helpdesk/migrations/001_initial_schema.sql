-- A helpdesk: text slugs as tenants, ticket numbers, audit trigger, a work queue.

CREATE ROLE ho_desk_web LOGIN;
CREATE SCHEMA desk;

CREATE TABLE desk.customers (slug text PRIMARY KEY CHECK (slug ~ '^[a-z0-9-]+$'), name text NOT NULL);

CREATE TABLE desk.agents (
  customer text NOT NULL REFERENCES desk.customers,
  login text NOT NULL,
  role text NOT NULL DEFAULT 'agent',
  PRIMARY KEY (customer, login)
);

CREATE TABLE desk.ticket_numbers (customer text PRIMARY KEY REFERENCES desk.customers, last_no integer NOT
  NULL DEFAULT 0);

CREATE TABLE desk.tickets (
  customer text NOT NULL REFERENCES desk.customers,
  ticket_no integer NOT NULL,
  assignee text,
  subject text NOT NULL,
  status text NOT NULL DEFAULT 'new',
  PRIMARY KEY (customer, ticket_no),
  FOREIGN KEY (customer, assignee) REFERENCES desk.agents (customer, login)
);

CREATE TABLE desk.messages (
  customer text NOT NULL,
  ticket_no integer NOT NULL,
  message_no integer NOT NULL,
  body text NOT NULL,
  internal boolean NOT NULL DEFAULT false,
  PRIMARY KEY (customer, ticket_no, message_no),
  FOREIGN KEY (customer, ticket_no) REFERENCES desk.tickets ON DELETE CASCADE
);

CREATE TABLE desk.jobs (
  customer text NOT NULL REFERENCES desk.customers,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  payload jsonb NOT NULL,
  taken_at timestamptz,
  PRIMARY KEY (customer, id)
);

CREATE TABLE desk.audit (
  customer text NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  at timestamptz NOT NULL DEFAULT now(),
  table_name text NOT NULL,
  old_row jsonb,
  new_row jsonb,
  PRIMARY KEY (customer, id)
);

CREATE FUNCTION desk.write_audit() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO desk.audit (customer, table_name, old_row, new_row)
  VALUES (coalesce(NEW.customer, OLD.customer), TG_TABLE_NAME, to_jsonb(OLD), to_jsonb(NEW));
  RETURN NULL;
END $$;
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON desk.tickets
  FOR EACH ROW EXECUTE FUNCTION desk.write_audit();
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON desk.messages
  FOR EACH ROW EXECUTE FUNCTION desk.write_audit();

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['agents', 'ticket_numbers', 'tickets', 'messages', 'jobs', 'audit'] LOOP
    EXECUTE format('ALTER TABLE desk.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
    EXECUTE format($p$CREATE POLICY own ON desk.%I USING (customer = current_setting('desk.customer',
      true))$p$, name);
  END LOOP;
END $$;
ALTER TABLE desk.customers ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON desk.customers USING (slug = current_setting('desk.customer', true));

GRANT USAGE ON SCHEMA desk TO ho_desk_web;
GRANT SELECT ON ALL TABLES IN SCHEMA desk TO ho_desk_web;
GRANT INSERT, UPDATE, DELETE ON desk.agents, desk.tickets, desk.messages, desk.jobs TO ho_desk_web;

CREATE FUNCTION desk.take_job() RETURNS desk.jobs LANGUAGE sql
AS $$
  UPDATE desk.jobs j SET taken_at = now()
  WHERE (j.customer, j.id) = (SELECT customer, id FROM desk.jobs WHERE taken_at IS NULL
                              ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING j.*
$$;
