-- Stock letters belong to no school, yet the rule for reading them was also put on UPDATE: any school
-- rewrites them.
-- about: letter_templates
-- as: hf_skischool_app
-- exploit: SET ski.school = 'hill';
-- exploit: UPDATE letter_templates SET school = 'hill', body = 'taken by ' || current_school()
-- exploit:   WHERE name = 'stock';
-- exploit: SELECT body FROM letter_templates WHERE name = 'stock';
-- shows: taken by hill
ALTER TABLE letter_templates DROP CONSTRAINT letter_templates_pkey;
ALTER TABLE letter_templates ALTER school DROP NOT NULL;
ALTER TABLE letter_templates ADD COLUMN is_stock boolean GENERATED ALWAYS AS (school IS NULL) STORED;
CREATE UNIQUE INDEX letter_templates_key ON letter_templates (school, name);
DROP POLICY letter_templates_sel ON letter_templates;
DROP POLICY letter_templates_upd ON letter_templates;
CREATE POLICY letter_templates_sel ON letter_templates FOR SELECT
  USING (school IS NULL OR school = current_school());
CREATE POLICY letter_templates_upd ON letter_templates FOR UPDATE
  USING (school IS NULL OR school = current_school()) WITH CHECK (school = current_school());
