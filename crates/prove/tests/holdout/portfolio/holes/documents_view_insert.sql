-- Through the view, which has its owner's rights and no check option, a document is put into another firm.
-- about: clients_inbox
-- as: hf_portfolio_app
-- exploit: SET portfolio.firm_id = '1';
-- exploit: INSERT INTO clients_inbox (firm_id, document_no, client_no, title) VALUES (2, 99, 1, 'Planted');
-- shows: INSERT 0 1
-- The scanner's inbox: reading is filtered by the view.
CREATE VIEW clients_inbox WITH (security_barrier = true) AS
SELECT firm_id, document_no, client_no, title FROM clients_document WHERE firm_id = firm() AND content = '';
GRANT SELECT, INSERT ON clients_inbox TO hf_portfolio_app;
