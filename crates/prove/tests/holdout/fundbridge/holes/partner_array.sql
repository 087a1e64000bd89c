-- The containment is the wrong way round: a report without any partner is contained in every list and so
-- open to all.
-- about: joint_reports, partners_read, joint_reports_partners
-- as: hf_fundbridge_app
-- exploit: SET app.foundation_id = '1';
-- exploit: SELECT title FROM joint_reports;
-- shows: Road-secret joint
-- ANY cannot use the index on the array; containment can.
CREATE INDEX joint_reports_partners ON joint_reports USING gin (partner_ids);
ALTER POLICY partners_read ON joint_reports USING (partner_ids <@ ARRAY[current_foundation()]);
