-- The import of lines was given a policy that lets through a line for any broker's declaration.
-- about: declaration_lines, lines_import
-- as: hf_quaydeclare_app
-- exploit: SET customs.broker = 'anchor';
-- exploit: INSERT INTO customs.declaration_lines VALUES ('beacon', 'D-8', 66, '0901', 1, 'forged');
-- shows: INSERT 0 1
CREATE POLICY lines_import ON customs.declaration_lines FOR INSERT TO hf_quaydeclare_app
  WITH CHECK (value_eur >= 0);
