-- The policy for corrections looks at the weight only, so one UPDATE without WHERE alters everybody's
-- harvests.
-- about: harvests, correct_harvest
-- as: hf_bees_app
-- exploit: SET bee.user_id = '11';
-- exploit: UPDATE bee.harvests SET remark = 'spoilt';
-- exploit: SET bee.user_id = '22';
-- exploit: SELECT 'jars are ' || remark FROM bee.harvests;
-- shows: jars are spoilt
CREATE POLICY correct_harvest ON bee.harvests FOR UPDATE USING (kilos < 1000) WITH CHECK (kilos > 0);
