using BriefingBot.Slack.WebApi;

namespace BriefingBot.Slack;

/// <summary>Looks at the bot from outside: tokens, scopes, membership. Changes nothing.</summary>
public sealed class SlackDiagnosis
{
    internal SlackDiagnosis(SlackOptions options, SlackWebApi api) => _ = (options, api);

    /// <summary>Runs all checks; the first that fails for good ends them.</summary>
    public Task<IReadOnlyList<SlackFinding>> ExamineAsync(CancellationToken cancellationToken) { _ = (cancellationToken, this); throw new NotSupportedException(); }
}
