-- The archive inherits from the open complaints, but row security is not inherited: asked by its own
-- name it is open.
-- about: complaints_closed, complaints
-- as: hf_lockers_app
-- exploit: SET app.operator_id = '1';
-- exploit: SELECT body FROM lock.complaints_closed;
-- shows: Road-secret closed
SET ROLE hf_lockers_owner;
CREATE TABLE lock.complaints_closed (
  closed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (operator_id, parcel_nr)
) INHERITS (lock.complaints);
GRANT SELECT, INSERT ON lock.complaints_closed TO hf_lockers_app;
RESET ROLE;
