-- A kitchen can write suppliers into another kitchen, because the insert policy accepts every row.
-- about: suppliers, propose_supplier
-- as: hf_ladlebox_app
-- exploit: SET app.kitchen_id = 'a0000000-0000-0000-0000-000000000001';
-- exploit: INSERT INTO kits.suppliers (kitchen_id, name)
-- exploit:   VALUES ('b0000000-0000-0000-0000-000000000002', 'Planted supplier');
-- shows: INSERT 0 1

-- Suppliers may be proposed by partners, too.
CREATE POLICY propose_supplier ON kits.suppliers FOR INSERT WITH CHECK (name <> '');
