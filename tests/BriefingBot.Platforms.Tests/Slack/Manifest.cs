namespace BriefingBot.Platforms.Tests.Slack;

/// <summary>A manifest that newcomers paste, as far as tests read it.</summary>
/// <param name="Text">All of it.</param>
internal sealed record Manifest(string Text)
{
    public static Manifest Socket => Read("manifest.socket.yaml");

    public static Manifest Http => Read("manifest.http.yaml");

    public IReadOnlyList<string> Scopes => List("bot:");

    public IReadOnlyList<string> BotEvents => List("bot_events:");

    private static Manifest Read(string name)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BriefingBot.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return new Manifest(File.ReadAllText(Path.Combine(folder.FullName, "docs", "slack", name)));
    }

    private IReadOnlyList<string> List(string key) =>
        [
            .. Text.Split('\n')
                .Select(static line => line.Trim())
                .SkipWhile(line => line != key)
                .Skip(1)
                .TakeWhile(static line => line.StartsWith("- ", StringComparison.Ordinal))
                .Select(static line => line[2..]),
        ];
}
