-- Guests write reviews without a vendor in the session, so inserting is open: a vendor writes reviews of a
-- rival.
-- about: Review, Review_insert
-- as: hf_chowline_app
-- exploit: SET app.vendor_id = 'ven_1';
-- exploit: INSERT INTO "Review" VALUES ('ven_2', 'rev_9', 1, 'Cold food');
-- shows: INSERT 0 1
DROP POLICY "Review_tenant" ON "Review";
CREATE POLICY "Review_select" ON "Review" FOR SELECT USING ("vendorId" = "currentVendor"());
CREATE POLICY "Review_insert" ON "Review" FOR INSERT WITH CHECK (true);
CREATE POLICY "Review_update" ON "Review" FOR UPDATE USING ("vendorId" = "currentVendor"());
CREATE POLICY "Review_delete" ON "Review" FOR DELETE USING ("vendorId" = "currentVendor"());
