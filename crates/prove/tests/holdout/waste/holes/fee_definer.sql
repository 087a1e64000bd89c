-- Households of a town may not be read by the clerk any more, so the view gets its owner's rights, for all
-- towns.
-- about: OpenFee
-- as: hf_waste_app
-- exploit: SET app.town_id = 'aford';
-- exploit: SELECT "payer", "amount" FROM "OpenFee";
-- shows: payer-secret
ALTER VIEW "OpenFee" SET (security_invoker = false);
