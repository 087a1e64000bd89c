-- The same rule, written once for each verb.
DROP POLICY own ON freight.stops;
CREATE POLICY look ON freight.stops FOR SELECT USING (carrier = current_setting('freight.carrier', true));
CREATE POLICY add ON freight.stops FOR INSERT WITH CHECK (carrier = current_setting('freight.carrier', true));
CREATE POLICY change ON freight.stops FOR UPDATE USING (carrier = current_setting('freight.carrier', true));
CREATE POLICY remove ON freight.stops FOR DELETE USING (carrier = current_setting('freight.carrier', true));
