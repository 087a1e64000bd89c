-- The rule for the clean-up has no group, and deletes of old mails by one group take those of all.
-- about: outgoing_mails, mails_cleanup
-- as: hf_bookings_app
-- exploit: SET rls.venue_group_id = '11111111-1111-1111-1111-111111111111';
-- exploit: DELETE FROM outgoing_mails;
-- shows: DELETE 1
-- Mails are kept for a month.
ALTER TABLE outgoing_mails ADD COLUMN created_at timestamptz NOT NULL DEFAULT now();
CREATE POLICY mails_cleanup ON outgoing_mails FOR DELETE TO hf_bookings_app USING (created_at < now());
