-- A safety queue in each sponsor's schema, granted to that sponsor alone.
CREATE TABLE north.safety_queue (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), body text NOT NULL);
CREATE TABLE road.safety_queue (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), body text NOT NULL);
GRANT SELECT, INSERT, DELETE ON north.safety_queue TO hf_protocol_north;
GRANT SELECT, INSERT, DELETE ON road.safety_queue TO hf_protocol_road;
