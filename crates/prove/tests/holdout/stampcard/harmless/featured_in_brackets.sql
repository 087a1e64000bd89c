-- The same words with brackets: the merchant is asked for in both cases.
ALTER POLICY staff_read ON loyal.rewards USING (loyal.works_at(merchant_id) AND (cost > 0 OR featured));
