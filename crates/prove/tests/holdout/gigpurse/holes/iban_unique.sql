-- Against double accounts the bank number is unique over all companies: the error tells that another one
-- pays it.
-- about: payout_methods, payout_methods_iban_idx, iban
-- as: hf_gigpurse_app
-- exploit: SET request.jwt.claims = '{"sub": "aaaaaaaa-1111-4000-8000-000000000001"}';
-- exploit: INSERT INTO pay.payout_methods (company_id, freelancer_id, iban)
-- exploit:   SELECT company_id, id, 'fr200' FROM pay.freelancers;
-- shows: payout_methods_iban_idx
CREATE UNIQUE INDEX payout_methods_iban_idx ON pay.payout_methods (lower(iban));
