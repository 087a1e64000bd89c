-- The policy only asks that some organiser is set and does not compare it with the row.
-- about: payouts, signed_in, organizer
-- as: hf_boxoffice_app
-- exploit: SET box.organizer = 'north';
-- exploit: SELECT account FROM payouts;
-- shows: Road-secret account
-- The finance page came up empty for requests of the job runner, which sets its organiser later.
CREATE POLICY signed_in ON payouts FOR SELECT USING (organizer() IS NOT NULL AND organizer() <> '');
