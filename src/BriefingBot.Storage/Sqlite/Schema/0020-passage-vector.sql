-- As the table is called in PostgreSQL, where a table is a type too, and the extension vector has one of this name.
ALTER TABLE vector RENAME TO passage_vector;
