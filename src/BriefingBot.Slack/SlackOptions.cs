using BriefingBot.Core.Secrets;
using BriefingBot.Slack.People;

namespace BriefingBot.Slack;

/// <summary>Section <c>Slack</c>. Without a bot token the platform is not started.</summary>
public sealed class SlackOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Slack";

    /// <summary>The environment variable that may hold the bot token.</summary>
    public const string BotTokenVariable = "SLACK_BOT_TOKEN";

    /// <summary>The environment variable that may hold the app-level token.</summary>
    public const string AppTokenVariable = "SLACK_APP_TOKEN";

    /// <summary>The environment variable that may hold the signing secret.</summary>
    public const string SigningSecretVariable = "SLACK_SIGNING_SECRET";

    private readonly List<SecretFile> _files = [];

    /// <summary>The bot token (<c>xoxb-</c>), a secret; null or empty: the bot does not run on Slack.</summary>
    public string? BotToken { get; set; }

    /// <summary>
    /// A file that holds the bot token and nothing else, such as a mounted secret; read when <see cref="BotToken"/> is not set.
    /// </summary>
    public string? BotTokenFile { get; set; }

    /// <summary>The app-level token (<c>xapp-</c>) with the scope connections:write, a secret; needed for Socket Mode.</summary>
    public string? AppToken { get; set; }

    /// <summary>A file that holds the app-level token and nothing else.</summary>
    public string? AppTokenFile { get; set; }

    /// <summary>What Slack signs its requests with, a secret; needed for signed HTTP.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>A file that holds the signing secret and nothing else.</summary>
    public string? SigningSecretFile { get; set; }

    /// <summary>How events come.</summary>
    public SlackMode Mode { get; set; }

    /// <summary>Where the Web API is; a slash at its end is added when it is missing.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Users who may use the admin commands, besides the admins and owners of the workspace.</summary>
    public IList<string> AdminUserIds { get; init; } = [];

    /// <summary>
    /// Whether people of other workspaces, met in shared channels, may ask; those of the same Enterprise Grid are no such people.
    /// </summary>
    public AskingRule ExternalPeople { get; set; }

    /// <summary>Whether guests of the workspace may ask, those of one channel and those of several.</summary>
    public AskingRule Guests { get; set; }

    /// <summary>How many WebSockets are open at one time, 1 to 10: with two, one can be renewed while the other listens.</summary>
    public int Connections { get; set; } = 2;

    /// <summary>Seconds between the openings of two WebSockets, so that they do not end together.</summary>
    public double ConnectionStagger { get; set; } = 10;

    /// <summary>The files that tokens were read from, with what they held.</summary>
    internal IReadOnlyList<SecretFile> TokenSources => [.. _files];

    /// <summary>There is a bot token, so the platform runs.</summary>
    public bool IsEnabled => !string.IsNullOrWhiteSpace(BotToken);

    /// <summary>Where the Web API is, with the slash. Checked by the validator.</summary>
    internal Uri ApiAddress => new($"{ApiBaseUrl.TrimEnd('/')}/");

    /// <summary>
    /// Looks for the secrets that are not set: environment, files. Again, it takes over what the files of the tokens hold now.
    /// </summary>
    internal void FindSecrets()
    {
        BotToken = Find(BotToken, BotTokenFile, BotTokenVariable, "Slack__BotToken");
        AppToken = Find(AppToken, AppTokenFile, AppTokenVariable, "Slack__AppToken");
        SigningSecret = SecretSource.Find(SigningSecret, SigningSecretFile, SigningSecretVariable, "Slack__SigningSecret");
    }

    private string? Find(string? setting, string? file, params ReadOnlySpan<string> variables)
    {
        bool isOfFile = _files.RemoveAll(known => known.Path == file) > 0;
        if (!isOfFile && SecretSource.Find(setting, null, variables) is { } given)
        {
            return given;
        }

        string? held = SecretSource.Find(null, file);
        if (file is { Length: > 0 })
        {
            _files.Add(new SecretFile(file, held));
        }

        return held;
    }
}
