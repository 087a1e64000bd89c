-- OR without brackets: clients with high risk are shown whatever their firm is.
-- about: clients_to_review
-- as: hf_brokerage_reporting
-- exploit: SET brokerage.firm = 'a0000000-0000-4000-8000-000000000000';
-- exploit: SELECT name FROM bk.clients_to_review;
-- shows: Road-secret client
-- Clients that must be reviewed: on the desk, or with a high risk on any desk.
CREATE VIEW bk.clients_to_review WITH (security_barrier = true) AS
  SELECT firm_id, client_no, desk, name, risk FROM bkdata.clients
  WHERE firm_id = bk.firm() AND bk.on_desk(desk) OR risk = 'high';
ALTER VIEW bk.clients_to_review OWNER TO hf_brokerage_owner;
GRANT SELECT ON bk.clients_to_review TO hf_brokerage_app, hf_brokerage_reporting;
