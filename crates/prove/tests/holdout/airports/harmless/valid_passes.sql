-- Passes get a note that screens may not read; the table's policies and its grants stay as they are.
ALTER TABLE ops.staff_passes ADD COLUMN note text;
CREATE VIEW ops.valid_passes WITH (security_invoker = true) AS
  SELECT airport, pass_no, zones FROM ops.staff_passes WHERE valid_to >= current_date;
GRANT SELECT ON ops.valid_passes TO hf_airports_app;
