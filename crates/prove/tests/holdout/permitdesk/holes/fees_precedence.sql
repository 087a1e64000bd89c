-- AND binds before OR in the new condition: paid fees of all cities can be read.
-- about: fees, fees_sel
-- as: hf_permitdesk_app
-- exploit: SET app.city_id = '11';
-- exploit: SELECT purpose, amount FROM permits.fees;
-- shows: Road-secret fee

-- Fees of nothing are not shown any more.
DROP POLICY fees_sel ON permits.fees;
CREATE POLICY fees_sel ON permits.fees FOR SELECT TO hf_permitdesk_app
  USING (city_id = permits.city() AND amount > 0 OR paid);
