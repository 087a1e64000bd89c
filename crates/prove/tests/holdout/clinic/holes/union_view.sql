-- The north clinic reads the patients of both clinics in a view for the whole group.
-- about: all_patients
-- as: ho_clinic_north
-- exploit: SHOW search_path;
-- exploit: SELECT name FROM common.all_patients;
-- shows: Sam-secret
CREATE VIEW common.all_patients AS
  SELECT 'north' AS clinic, p.* FROM north.patients p UNION ALL SELECT 'south', p.* FROM south.patients p;
GRANT SELECT ON common.all_patients TO ho_clinic_north;
