-- Harmless: the rule for uploads compares the first folder, which the check ties to the organization.
CREATE POLICY uploads_by_folder ON storage.objects FOR INSERT
  WITH CHECK (has_role(split_part(name, '/', 1)::uuid, 'member') AND has_role(org_id, 'member'));
