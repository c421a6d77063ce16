-- When the settings of a channel were asked for, and when they last let the bot answer what it passed over before, in Unix milliseconds; NULL when that is not known, or never was.
ALTER TABLE channel_settings ADD COLUMN changed INTEGER;
ALTER TABLE channel_settings ADD COLUMN opened INTEGER;
