-- Accepting takes the invitation by its id, and only for the user who was invited.
CREATE FUNCTION cms.accept_invitation(p_invitation uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = cms, pg_temp AS $$
BEGIN
  WITH taken AS (
    UPDATE cms.invitations SET accepted_at = now()
    WHERE invitation_id = p_invitation AND accepted_at IS NULL AND invited_user = cms.uid()
    RETURNING site_id, role)
  INSERT INTO cms.site_members (site_id, user_id, role) SELECT site_id, cms.uid(), role FROM taken;
END $$;
REVOKE ALL ON FUNCTION cms.accept_invitation(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cms.accept_invitation(uuid) TO hf_cms_app;
