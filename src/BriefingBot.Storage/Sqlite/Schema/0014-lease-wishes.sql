-- What others ask of the owner of a lease: LeaseWish.
ALTER TABLE lease ADD COLUMN wish INTEGER NOT NULL DEFAULT 0;
