-- The schema may be named, but nothing in it may be read.
GRANT USAGE ON SCHEMA south TO ho_clinic_north;
