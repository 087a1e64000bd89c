-- Harmless: with brackets the city is asked in every case; what follows only narrows it.

DROP POLICY fees_sel ON permits.fees;
CREATE POLICY fees_sel ON permits.fees FOR SELECT TO hf_permitdesk_app
  USING (city_id = permits.city() AND (amount > 0 OR paid));
