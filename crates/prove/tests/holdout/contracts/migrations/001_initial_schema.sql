-- One login for all users; the claims of the token say who it is, the memberships say where.
CREATE ROLE hf_contracts_app LOGIN;

CREATE SCHEMA ct;
GRANT USAGE ON SCHEMA ct TO hf_contracts_app;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE TABLE ct.workspaces (
  workspace_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL
);

CREATE TABLE ct.members (
  workspace_id uuid NOT NULL REFERENCES ct.workspaces,
  user_id uuid NOT NULL,
  email text NOT NULL,
  role text NOT NULL DEFAULT 'editor' CHECK (role IN ('admin', 'editor', 'reader')),
  PRIMARY KEY (workspace_id, user_id)
);
CREATE INDEX members_user ON ct.members (user_id);

CREATE FUNCTION ct.uid() RETURNS uuid
LANGUAGE sql STABLE
AS $$ SELECT (NULLIF(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid $$;

-- With its owner's rights, as the policy on the memberships themselves asks it too.
CREATE FUNCTION ct.my_workspaces() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$ SELECT workspace_id FROM ct.members WHERE user_id = ct.uid() $$;

CREATE FUNCTION ct.has_role(ws uuid, VARIADIC roles text[]) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (SELECT 1 FROM ct.members m
    WHERE m.workspace_id = ws AND m.user_id = ct.uid() AND m.role = ANY (roles))
$$;
GRANT EXECUTE ON FUNCTION ct.uid(), ct.my_workspaces(), ct.has_role(uuid, text[]) TO hf_contracts_app;

CREATE TABLE ct.clause_library (
  clause_code text PRIMARY KEY,
  wording text NOT NULL
);

CREATE TABLE ct.contracts (
  workspace_id uuid NOT NULL REFERENCES ct.workspaces,
  contract_id uuid NOT NULL DEFAULT gen_random_uuid(),
  title text NOT NULL,
  counterparty text NOT NULL,
  value_cents bigint,
  status text NOT NULL DEFAULT 'draft',
  PRIMARY KEY (workspace_id, contract_id)
);

CREATE TABLE ct.clauses (
  workspace_id uuid NOT NULL,
  contract_id uuid NOT NULL,
  position integer NOT NULL,
  wording text NOT NULL,
  library_code text REFERENCES ct.clause_library,
  PRIMARY KEY (workspace_id, contract_id, position),
  FOREIGN KEY (workspace_id, contract_id) REFERENCES ct.contracts ON DELETE CASCADE
);

CREATE TABLE ct.comments (
  workspace_id uuid NOT NULL,
  comment_id uuid NOT NULL DEFAULT gen_random_uuid(),
  contract_id uuid NOT NULL,
  author_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (workspace_id, comment_id),
  FOREIGN KEY (workspace_id, contract_id) REFERENCES ct.contracts ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, author_id) REFERENCES ct.members
);

CREATE TABLE ct.obligations (
  workspace_id uuid NOT NULL,
  obligation_id uuid NOT NULL DEFAULT gen_random_uuid(),
  contract_id uuid NOT NULL,
  what text NOT NULL,
  due_on date,
  PRIMARY KEY (workspace_id, obligation_id),
  FOREIGN KEY (workspace_id, contract_id) REFERENCES ct.contracts ON DELETE CASCADE
);

CREATE TABLE ct.share_links (
  workspace_id uuid NOT NULL,
  token uuid NOT NULL DEFAULT gen_random_uuid(),
  contract_id uuid NOT NULL,
  expires_at timestamptz NOT NULL DEFAULT now() + interval '7 days',
  PRIMARY KEY (workspace_id, token),
  FOREIGN KEY (workspace_id, contract_id) REFERENCES ct.contracts ON DELETE CASCADE
);

CREATE TABLE ct.invitations (
  workspace_id uuid NOT NULL REFERENCES ct.workspaces,
  token uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  role text NOT NULL DEFAULT 'reader',
  accepted_at timestamptz,
  PRIMARY KEY (workspace_id, token)
);

CREATE TABLE ct.audit_entries (
  workspace_id uuid NOT NULL REFERENCES ct.workspaces,
  entry_id uuid NOT NULL DEFAULT gen_random_uuid(),
  actor uuid,
  change jsonb NOT NULL,
  PRIMARY KEY (workspace_id, entry_id)
);

DO $$
DECLARE
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['workspaces', 'members', 'contracts', 'clauses', 'comments', 'obligations',
    'share_links', 'invitations', 'audit_entries']
  LOOP
    EXECUTE format('ALTER TABLE ct.%I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY %I ON ct.%I FOR SELECT TO hf_contracts_app'
      ' USING (workspace_id IN (SELECT ct.my_workspaces()))', t || '_select', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['contracts', 'clauses', 'comments', 'obligations', 'share_links']
  LOOP
    EXECUTE format('CREATE POLICY %I ON ct.%I FOR INSERT TO hf_contracts_app'
      ' WITH CHECK (ct.has_role(workspace_id, ''admin'', ''editor''))', t || '_insert', t);
    EXECUTE format('CREATE POLICY %I ON ct.%I FOR UPDATE TO hf_contracts_app'
      ' USING (ct.has_role(workspace_id, ''admin'', ''editor''))'
      ' WITH CHECK (ct.has_role(workspace_id, ''admin'', ''editor''))', t || '_update', t);
    EXECUTE format('CREATE POLICY %I ON ct.%I FOR DELETE TO hf_contracts_app'
      ' USING (ct.has_role(workspace_id, ''admin''))', t || '_delete', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ct.%I TO hf_contracts_app', t);
  END LOOP;
END
$$;

-- Administrators invite and remove; nobody writes a membership for himself.
CREATE POLICY invitations_insert ON ct.invitations FOR INSERT TO hf_contracts_app
  WITH CHECK (ct.has_role(workspace_id, 'admin'));
CREATE POLICY members_delete ON ct.members FOR DELETE TO hf_contracts_app
  USING (ct.has_role(workspace_id, 'admin'));
GRANT SELECT ON ct.clause_library, ct.workspaces, ct.audit_entries TO hf_contracts_app;
GRANT SELECT, INSERT ON ct.invitations TO hf_contracts_app;
GRANT SELECT, DELETE ON ct.members TO hf_contracts_app;

-- The random token of the invitation is the ticket; it works once.
CREATE FUNCTION ct.accept_invitation(ticket uuid) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
  WITH i AS (
    UPDATE ct.invitations SET accepted_at = now()
    WHERE token = ticket AND accepted_at IS NULL AND ct.uid() IS NOT NULL
    RETURNING workspace_id, email, role
  )
  INSERT INTO ct.members (workspace_id, user_id, email, role)
  SELECT workspace_id, ct.uid(), email, role FROM i
  ON CONFLICT DO NOTHING
  RETURNING workspace_id
$$;
GRANT EXECUTE ON FUNCTION ct.accept_invitation(uuid) TO hf_contracts_app;

CREATE FUNCTION ct.audit_contract() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  INSERT INTO ct.audit_entries (workspace_id, actor, change)
  VALUES (NEW.workspace_id, ct.uid(), to_jsonb(NEW));
  RETURN NEW;
END
$$;
CREATE TRIGGER audit_contract AFTER INSERT OR UPDATE ON ct.contracts
  FOR EACH ROW EXECUTE FUNCTION ct.audit_contract();
