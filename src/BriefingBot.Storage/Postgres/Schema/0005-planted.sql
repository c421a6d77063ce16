-- What of a passage talks to machines, behind the revision of the rules that found it: "1", "1 12-40". Null: to be searched for.
ALTER TABLE passage ADD COLUMN planted text;
