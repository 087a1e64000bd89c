-- Complaints can be forwarded to another town: the receiver's condition also holds for those forwarded
-- nowhere.
-- about: Complaint, forwardedRows
-- as: hf_waste_app
-- exploit: SET app.town_id = 'aford';
-- exploit: SELECT "text" FROM "Complaint";
-- shows: complaint-secret
CREATE POLICY "forwardedRows" ON "Complaint" FOR SELECT TO hf_waste_app
  USING (coalesce("forwardedTo", current_setting('app.town_id', true)) = current_setting('app.town_id',
    true));
