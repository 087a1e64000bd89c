CREATE ROLE hf_proofroom_app LOGIN;
CREATE SCHEMA proof;

CREATE TABLE proof.workspaces (
  workspace_id uuid PRIMARY KEY,
  name text NOT NULL
);

-- Who belongs where; written by the sign-up service only.
CREATE TABLE proof.members (
  workspace_id uuid NOT NULL REFERENCES proof.workspaces (workspace_id),
  user_id uuid NOT NULL,
  role text NOT NULL DEFAULT 'editor' CHECK (role IN ('admin', 'editor', 'auditor')),
  display_name text,
  PRIMARY KEY (workspace_id, user_id)
);

CREATE FUNCTION proof.uid() RETURNS uuid LANGUAGE sql STABLE AS $$
  SELECT (NULLIF(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;
CREATE FUNCTION proof.my_workspaces() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
  SELECT m.workspace_id FROM proof.members m WHERE m.user_id = proof.uid()
$$;
REVOKE EXECUTE ON FUNCTION proof.uid(), proof.my_workspaces() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION proof.uid(), proof.my_workspaces() TO hf_proofroom_app;

CREATE TABLE proof.invitations (
  workspace_id uuid NOT NULL REFERENCES proof.workspaces (workspace_id),
  invitation_id uuid NOT NULL DEFAULT gen_random_uuid(),
  email text NOT NULL,
  role text NOT NULL DEFAULT 'editor',
  accepted_at timestamptz,
  PRIMARY KEY (workspace_id, invitation_id)
);

CREATE TABLE proof.controls (
  workspace_id uuid NOT NULL REFERENCES proof.workspaces (workspace_id),
  control_code text NOT NULL,
  framework text NOT NULL,
  statement text NOT NULL,
  PRIMARY KEY (workspace_id, control_code)
);

CREATE TABLE proof.evidence (
  workspace_id uuid NOT NULL,
  evidence_id uuid NOT NULL DEFAULT gen_random_uuid(),
  control_code text NOT NULL,
  summary text NOT NULL,
  deleted_at timestamptz,
  PRIMARY KEY (workspace_id, evidence_id),
  FOREIGN KEY (workspace_id, control_code) REFERENCES proof.controls (workspace_id, control_code)
);

CREATE TABLE proof.evidence_files (
  workspace_id uuid NOT NULL,
  file_id uuid NOT NULL DEFAULT gen_random_uuid(),
  evidence_id uuid NOT NULL,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  PRIMARY KEY (workspace_id, file_id),
  FOREIGN KEY (workspace_id, evidence_id) REFERENCES proof.evidence (workspace_id, evidence_id)
    ON DELETE CASCADE
);

CREATE TABLE proof.audit_requests (
  workspace_id uuid NOT NULL,
  request_id uuid NOT NULL DEFAULT gen_random_uuid(),
  control_code text NOT NULL,
  question text NOT NULL,
  PRIMARY KEY (workspace_id, request_id),
  FOREIGN KEY (workspace_id, control_code) REFERENCES proof.controls (workspace_id, control_code)
);

CREATE TABLE proof.comments (
  workspace_id uuid NOT NULL,
  comment_id uuid NOT NULL DEFAULT gen_random_uuid(),
  evidence_id uuid NOT NULL,
  body text NOT NULL,
  PRIMARY KEY (workspace_id, comment_id),
  FOREIGN KEY (workspace_id, evidence_id) REFERENCES proof.evidence (workspace_id, evidence_id)
    ON DELETE CASCADE
);

CREATE TABLE proof.vendor_reviews (
  workspace_id uuid NOT NULL REFERENCES proof.workspaces (workspace_id),
  vendor text NOT NULL,
  verdict text NOT NULL,
  PRIMARY KEY (workspace_id, vendor)
);

CREATE TABLE proof.integrations (
  workspace_id uuid NOT NULL REFERENCES proof.workspaces (workspace_id),
  provider text NOT NULL,
  external_id text NOT NULL,
  access_token text,
  PRIMARY KEY (workspace_id, provider, external_id)
);

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['workspaces', 'members', 'invitations', 'controls', 'evidence', 'evidence_files',
    'audit_requests', 'comments', 'vendor_reviews', 'integrations'] LOOP
    EXECUTE format('ALTER TABLE proof.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE proof.%I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY "Members use %s" ON proof.%I TO hf_proofroom_app
      USING (workspace_id IN (SELECT proof.my_workspaces()))
      WITH CHECK (workspace_id IN (SELECT proof.my_workspaces()))', t, t);
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA proof TO hf_proofroom_app;
GRANT SELECT ON proof.workspaces, proof.members, proof.invitations TO hf_proofroom_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON proof.controls, proof.evidence, proof.evidence_files,
  proof.audit_requests, proof.comments, proof.vendor_reviews, proof.integrations TO hf_proofroom_app;
