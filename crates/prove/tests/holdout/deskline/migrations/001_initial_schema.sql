-- Help desk: organisations, their agents, customers, tickets, messages and attached files.
CREATE ROLE hf_deskline_app LOGIN;

CREATE SCHEMA auth;
CREATE SCHEMA storage;
CREATE TYPE public.ticket_status AS ENUM ('open', 'pending', 'solved', 'closed');
CREATE TYPE public.member_role AS ENUM ('agent', 'admin');

CREATE TABLE auth.users (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE
);

CREATE TABLE public.orgs (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  plan text NOT NULL DEFAULT 'free'
);

CREATE TABLE public.members (
  org_id uuid NOT NULL REFERENCES public.orgs ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES auth.users ON DELETE CASCADE,
  role public.member_role NOT NULL DEFAULT 'agent',
  display_name text NOT NULL,
  PRIMARY KEY (org_id, user_id)
);

-- Who is asking, by the token.
CREATE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT (nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;

-- The organisations of the caller. With the owner's rights, as members has a policy that calls it.
CREATE FUNCTION auth.org_ids() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT m.org_id FROM public.members m WHERE m.user_id = auth.uid() $$;

CREATE TABLE public.customers (
  org_id uuid NOT NULL REFERENCES public.orgs,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  full_name text NOT NULL,
  PRIMARY KEY (org_id, id),
  UNIQUE (org_id, email)
);

CREATE TABLE public.tickets (
  org_id uuid NOT NULL REFERENCES public.orgs,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  customer_id uuid NOT NULL,
  assignee_id uuid,
  subject text NOT NULL,
  status public.ticket_status NOT NULL DEFAULT 'open',
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, customer_id) REFERENCES public.customers (org_id, id),
  FOREIGN KEY (org_id, assignee_id) REFERENCES public.members (org_id, user_id)
);

CREATE TABLE public.messages (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  ticket_id uuid NOT NULL,
  body text NOT NULL,
  internal boolean NOT NULL DEFAULT false,
  PRIMARY KEY (org_id, id),
  FOREIGN KEY (org_id, ticket_id) REFERENCES public.tickets (org_id, id) ON DELETE CASCADE
);

CREATE TABLE public.tags (
  org_id uuid NOT NULL REFERENCES public.orgs,
  slug text NOT NULL,
  colour text NOT NULL DEFAULT 'grey',
  PRIMARY KEY (org_id, slug)
);

CREATE TABLE public.ticket_tags (
  org_id uuid NOT NULL,
  ticket_id uuid NOT NULL,
  slug text NOT NULL,
  PRIMARY KEY (org_id, ticket_id, slug),
  FOREIGN KEY (org_id, ticket_id) REFERENCES public.tickets (org_id, id) ON DELETE CASCADE,
  FOREIGN KEY (org_id, slug) REFERENCES public.tags (org_id, slug) ON DELETE CASCADE
);

CREATE TABLE public.canned_replies (
  org_id uuid NOT NULL REFERENCES public.orgs,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (org_id, id)
);

CREATE TABLE public.audit_log (
  org_id uuid NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  actor_id uuid,
  what text NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (org_id, id)
);

CREATE TABLE storage.objects (
  org_id uuid NOT NULL REFERENCES public.orgs,
  name text NOT NULL,
  metadata jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (org_id, name),
  CHECK (split_part(name, '/', 1) = org_id::text)
);

CREATE FUNCTION public.log_ticket() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO public.audit_log (org_id, actor_id, what)
  VALUES (NEW.org_id, auth.uid(), TG_OP || ' ' || NEW.subject);
  RETURN NEW;
END $$;
CREATE TRIGGER tickets_log AFTER INSERT OR UPDATE ON public.tickets
  FOR EACH ROW EXECUTE FUNCTION public.log_ticket();

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['public.orgs', 'public.members', 'public.customers', 'public.tickets',
    'public.messages', 'public.tags',
    'public.ticket_tags', 'public.canned_replies', 'public.audit_log', 'storage.objects']
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

CREATE POLICY own ON public.orgs FOR SELECT USING (id IN (SELECT auth.org_ids()));
CREATE POLICY own ON public.members FOR SELECT USING (org_id IN (SELECT auth.org_ids()));
CREATE POLICY own ON public.customers USING (org_id IN (SELECT auth.org_ids()));
CREATE POLICY own ON public.tickets USING (org_id IN (SELECT auth.org_ids()));
CREATE POLICY own ON public.messages USING (org_id IN (SELECT auth.org_ids()));
CREATE POLICY own ON public.tags USING (org_id IN (SELECT auth.org_ids()));
CREATE POLICY own ON public.ticket_tags USING (org_id IN (SELECT auth.org_ids()));
CREATE POLICY own ON public.canned_replies USING (org_id IN (SELECT auth.org_ids()));
CREATE POLICY own ON public.audit_log FOR SELECT USING (org_id IN (SELECT auth.org_ids()));
CREATE POLICY own ON storage.objects USING (org_id IN (SELECT auth.org_ids()));

REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA public, auth FROM PUBLIC;
GRANT USAGE ON SCHEMA public, auth, storage TO hf_deskline_app;
GRANT EXECUTE ON FUNCTION auth.uid(), auth.org_ids() TO hf_deskline_app;
GRANT SELECT ON public.orgs, public.members, public.audit_log TO hf_deskline_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON public.customers, public.tickets, public.messages, public.tags,
  public.ticket_tags, public.canned_replies, storage.objects TO hf_deskline_app;
