-- The viewer sees one more column of its own rows.
GRANT SELECT (reason) ON hr.absences TO ho_hr_viewer;
