-- A table named vector is also a type of this name, which the extension vector could then not have in the same schema. Stores that were
-- made since have the table under its name from the start.
ALTER TABLE IF EXISTS vector RENAME TO passage_vector;

-- Builds that know the first step only work with the old name.
UPDATE store_schema SET readable_from = 2;
