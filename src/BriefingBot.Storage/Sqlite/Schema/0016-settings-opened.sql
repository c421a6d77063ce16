-- When the settings of a channel last let the bot answer what it passed over before, Unix milliseconds; NULL when never. From now on changed is when they were asked for.
ALTER TABLE channel_settings ADD COLUMN opened INTEGER;
