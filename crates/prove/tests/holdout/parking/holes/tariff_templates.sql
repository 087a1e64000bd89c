-- Rows with no operator are templates for all, and any operator may write them: it changes the prices
-- others see.
-- about: tariffs
-- as: hf_parking_app
-- exploit: SET park.operator = '1';
-- exploit: INSERT INTO park.tariffs (operator_id, code, per_hour) VALUES (NULL, 'night', 0) RETURNING
-- exploit: 'template for all';
-- shows: template for all
ALTER TABLE park.tariffs DROP CONSTRAINT tariffs_pkey;
ALTER TABLE park.tariffs ALTER COLUMN operator_id DROP NOT NULL;
CREATE UNIQUE INDEX tariffs_code ON park.tariffs (operator_id, code);
ALTER POLICY operator_rows ON park.tariffs USING (operator_id IS NULL OR operator_id = park.operator());
