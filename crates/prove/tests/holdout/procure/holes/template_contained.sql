-- The empty list is contained in every list, so templates lent to nobody are lent to all.
-- about: templates, lent
-- as: hf_procure_app
-- exploit: SET request.user_id = '13';
-- exploit: SELECT body FROM proc.templates;
-- shows: Road-secret template
-- Lent templates can be read by the authorities named.
CREATE POLICY lent ON proc.templates FOR SELECT USING (shared_with <@ proc.authority_ids());
