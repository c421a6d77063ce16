-- When the settings were set last, Unix milliseconds: what was rightly ignored before is not answered after.
ALTER TABLE channel_settings ADD COLUMN changed INTEGER;
