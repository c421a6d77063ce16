-- A table named vector is also a type of this name, which the extension vector could then not have in the same schema. Stores that were
-- made since have the table under its name from the start; a table of this name in another schema of the search path is somebody else's.
DO $$
BEGIN
  IF to_regclass(quote_ident(current_schema()) || '.vector') IS NOT NULL THEN
    EXECUTE format('ALTER TABLE %I.vector RENAME TO passage_vector', current_schema());
  END IF;
END $$;

-- Builds that know the first step only work with the old name.
UPDATE store_schema SET readable_from = 2;
