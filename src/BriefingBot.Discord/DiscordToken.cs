namespace BriefingBot.Discord;

/// <summary>Finds the bot's token: the settings, the environment, a file; the first that has one.</summary>
internal static class DiscordToken
{
    private static readonly string[] Variables = [DiscordOptions.TokenVariable, "Discord__Token"];

    /// <summary>Fills <see cref="DiscordOptions.Token"/> in; stays empty when there is none anywhere.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Fill(DiscordOptions options)
    {
        if (options.IsEnabled)
        {
            return;
        }

        options.Token = Variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value))?.Trim();
        if (!options.IsEnabled && options.TokenFile is { Length: > 0 } file && File.Exists(file))
        {
            options.Token = File.ReadAllText(file).Trim();
        }
    }
}
