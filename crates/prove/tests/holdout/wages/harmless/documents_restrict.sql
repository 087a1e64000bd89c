-- A restrictive policy on top: only the session's own employer, and of its documents not the archived ones.
ALTER TABLE pay.documents ADD COLUMN archived boolean NOT NULL DEFAULT false;
CREATE POLICY documents_live ON pay.documents AS RESTRICTIVE FOR SELECT USING (NOT archived);
