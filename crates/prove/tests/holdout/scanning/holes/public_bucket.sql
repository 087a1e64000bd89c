-- Every office lists the logos of all and puts files among them, since the bucket is open for all verbs.
-- about: objects
-- as: hf_scanning_app
-- exploit: SET scan.office_code = 'a12';
-- exploit: SELECT name FROM store.objects WHERE bucket = 'logos';
-- shows: b12/Road-secret-logo.png
-- Logos are printed on the letters and are not secret.
CREATE POLICY logos ON store.objects USING (bucket = 'logos') WITH CHECK (bucket = 'logos');
