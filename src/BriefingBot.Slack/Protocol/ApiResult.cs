namespace BriefingBot.Slack.Protocol;

/// <summary>What every answer of the Web API holds.</summary>
internal sealed record ApiResult
{
    /// <summary>Null: it is no answer of the Web API.</summary>
    public bool? Ok { get; init; }

    public string? Error { get; init; }

    /// <summary>Comma-separated.</summary>
    public string? Warning { get; init; }

    /// <summary>The scope that is missing.</summary>
    public string? Needed { get; init; }

    public ResponseMetadata? ResponseMetadata { get; init; }
}
