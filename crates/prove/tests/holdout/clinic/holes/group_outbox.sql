-- The north clinic reads the messages of the south in a common outbox.
-- about: outbox
-- as: ho_clinic_north
-- exploit: SHOW search_path;
-- exploit: \c - ho_clinic_south
-- exploit: INSERT INTO common.outbox (payload) SELECT to_jsonb(p) FROM patients p;
-- exploit: \c - ho_clinic_north
-- exploit: SELECT payload FROM common.outbox;
-- shows: Sam-secret
CREATE TABLE common.outbox (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  clinic text NOT NULL DEFAULT session_user,
  payload jsonb NOT NULL
);
GRANT SELECT, INSERT, DELETE ON common.outbox TO ho_clinic_north, ho_clinic_south;
