-- Who checks a source now; '' is nobody. Held while claimed_until is ahead, apart from when the next check is due.
ALTER TABLE intake_source ADD COLUMN claimed_by TEXT NOT NULL DEFAULT '';
ALTER TABLE intake_source ADD COLUMN claimed_until INTEGER NOT NULL DEFAULT 0;

-- date_order is DateOrder.
ALTER TABLE intake_source ADD COLUMN language TEXT;
ALTER TABLE intake_source ADD COLUMN date_order INTEGER NOT NULL DEFAULT 0;
