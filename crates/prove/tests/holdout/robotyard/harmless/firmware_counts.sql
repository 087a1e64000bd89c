-- The number of robots per version, counted with the caller's rights: only own robots are in it.
CREATE VIEW yard.firmware_counts WITH (security_invoker = true) AS
  SELECT f.version, count(r.id) AS installed
  FROM yard.firmware f
  LEFT JOIN yard.robots r ON r.firmware = f.version
  GROUP BY f.version;
GRANT SELECT ON yard.firmware_counts TO hf_robotyard_app;
