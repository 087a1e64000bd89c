-- Harmless: the owner's rule narrows deletes within the school and opens nothing.
CREATE POLICY own_files ON storage.objects AS RESTRICTIVE FOR DELETE USING (owner = auth.uid());
