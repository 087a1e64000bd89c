-- The adviser's rule is no longer restrictive, and advisers of all firms are numbered from 1.
-- about: clients_note, clients_note_adviser
-- as: hf_portfolio_app
-- exploit: SET portfolio.firm_id = '1';
-- exploit: SET portfolio.adviser_no = '1';
-- exploit: SELECT body FROM clients_note;
-- shows: Road-secret note
-- An adviser without the firm in his session saw nothing.
DROP POLICY clients_note_adviser ON clients_note;
CREATE POLICY clients_note_adviser ON clients_note USING (adviser_no = adviser());
