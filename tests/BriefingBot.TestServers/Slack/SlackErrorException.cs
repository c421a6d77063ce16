namespace BriefingBot.TestServers.Slack;

/// <summary>An answer with ok false.</summary>
internal sealed class SlackErrorException(string error, params string[] messages) : Exception(error)
{
    public string Error => Message;

    /// <summary>What stands in response_metadata.messages.</summary>
    public IReadOnlyList<string> Messages => messages;

    /// <summary>For missing_scope.</summary>
    public string? Needed { get; init; }

    public static SlackErrorException MissingField(string name) => new("invalid_arguments", $"[ERROR] missing required field: {name}");
}
