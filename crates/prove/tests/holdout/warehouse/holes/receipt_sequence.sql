-- The numbers of receipts run through all merchants: the gaps tell how much the others take in.
-- about: receipts, receipt_no
-- as: hf_warehouse_app
-- exploit: SET wh.merchant_id = '11';
-- exploit: INSERT INTO wh.receipts (merchant_id, note) VALUES (11, 'one') RETURNING receipt_no;
-- exploit: SELECT CASE WHEN last_value > 0 THEN 'counter of all merchants' END FROM
-- exploit: wh.receipts_receipt_no_seq;
-- shows: counter of all merchants
-- Goods that come in are receipted, with a number on the paper.
CREATE TABLE wh.receipts (
  merchant_id bigint NOT NULL REFERENCES wh.merchants,
  receipt_no bigserial,
  note text NOT NULL,
  PRIMARY KEY (merchant_id, receipt_no)
);
ALTER TABLE wh.receipts ENABLE ROW LEVEL SECURITY;
ALTER TABLE wh.receipts FORCE ROW LEVEL SECURITY;
CREATE POLICY merchant_only ON wh.receipts USING (merchant_id = wh.merchant());
GRANT SELECT, INSERT ON wh.receipts TO hf_warehouse_app;
GRANT USAGE, SELECT ON SEQUENCE wh.receipts_receipt_no_seq TO hf_warehouse_app;
