-- What chats learnt to keep. Times are Unix milliseconds.

-- The words of the post that a question points at ("is this true?"); NULL for none.
ALTER TABLE chat_question ADD COLUMN about TEXT;

-- How the question was read, and the claims of a message that was checked, in JSON: only ever read whole.
ALTER TABLE answer ADD COLUMN remarks TEXT;

-- reason: see VoteReason. words: what the person wrote.
ALTER TABLE vote ADD COLUMN reason INTEGER NOT NULL DEFAULT 0;
ALTER TABLE vote ADD COLUMN words TEXT;
