-- The constraint against double use holds within one institution.
ALTER TABLE loans.transports ADD CONSTRAINT truck_once
  EXCLUDE USING gist (institution WITH =, truck WITH =, during WITH &&);
