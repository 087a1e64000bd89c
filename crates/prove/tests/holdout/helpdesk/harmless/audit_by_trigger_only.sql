-- The audit trigger also covers agents; it writes the tenant of the row.
CREATE TRIGGER audit AFTER INSERT OR UPDATE OR DELETE ON desk.agents
  FOR EACH ROW EXECUTE FUNCTION desk.write_audit();
