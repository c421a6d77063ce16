using System.Globalization;
using BriefingBot.Core.Secrets;

namespace BriefingBot.Discord;

/// <summary>Section <c>Discord</c>. Without a token the platform is not started.</summary>
public sealed class DiscordOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Discord";

    /// <summary>The environment variable that may hold the token.</summary>
    public const string TokenVariable = "DISCORD_TOKEN";

    /// <summary>The bot's token, a secret; null or empty: the bot does not run on Discord.</summary>
    public string? Token { get; set; }

    /// <summary>A file that holds the token and nothing else, such as a mounted secret; read when <see cref="Token"/> is not set.</summary>
    public string? TokenFile { get; set; }

    /// <summary><c>auto</c> for as many as Discord recommends, or how many shards there are over all processes.</summary>
    public string Shards { get; set; } = Auto;

    /// <summary>The shards of this process, from 0; empty: all.</summary>
    public IList<int> ShardIds { get; init; } = [];

    /// <summary>
    /// Asks for the words of every message, so that questions in the bot's threads need no mention. A privileged intent: turn it on in the
    /// Developer Portal too.
    /// </summary>
    public bool MessageContent { get; set; }

    /// <summary>Roles whose members may use the admin commands, besides those who may manage the server.</summary>
    public IList<string> AdminRoleIds { get; init; } = [];

    /// <summary>Where REST is, without <c>/api/v10</c>.</summary>
    public string RestBaseUrl { get; set; } = "https://discord.com";

    /// <summary>The address in the User-Agent by which Discord can find out who runs the bot.</summary>
    public string ContactUrl { get; set; } = "https://briefingbot.example";

    /// <summary>How many REST requests in a second over all routes; Discord allows 50.</summary>
    public int RequestsPerSecond { get; set; } = 50;

    /// <summary>The line beside the bot's name, at most 128 characters.</summary>
    public string StatusText { get; set; } = "Answers from the coverage";

    private const string Auto = "auto";

    /// <summary>The file that <see cref="Token"/> was read from; null when it came from elsewhere.</summary>
    internal SecretFile? TokenSource { get; private set; }

    /// <summary>There is a token, so the platform runs.</summary>
    public bool IsEnabled => !string.IsNullOrWhiteSpace(Token);

    /// <summary>Looks for the token: settings, environment, file. Again, it takes over what the file holds now.</summary>
    internal void FindToken()
    {
        if (TokenSource is null && SecretSource.Find(Token, null, TokenVariable, "Discord__Token") is { } given)
        {
            Token = given;
            return;
        }

        Token = SecretSource.Find(null, TokenFile);
        TokenSource = TokenFile is { Length: > 0 } file ? new SecretFile(file, Token) : null;
    }

    /// <summary>How many shards; null leaves it to Discord. Checked by the validator.</summary>
    internal int? ShardCount =>
        string.Equals(Shards, Auto, StringComparison.OrdinalIgnoreCase)
            ? null
            : int.Parse(Shards, NumberStyles.None, CultureInfo.InvariantCulture);
}
