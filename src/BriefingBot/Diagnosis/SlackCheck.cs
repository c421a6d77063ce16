using BriefingBot.Configuration;
using BriefingBot.Slack;
using BriefingBot.Web.Hosting;

namespace BriefingBot.Diagnosis;

/// <summary>Does the bot stand as it should on Slack?</summary>
internal static class SlackCheck
{
    private const string Name = "slack";

    /// <summary>Asks Slack when there is a token, and looks whether its requests would come through.</summary>
    public static async Task<IEnumerable<DoctorFinding>> RunAsync(
        SlackDiagnosis diagnosis,
        SlackOptions slack,
        WebOptions web,
        CancellationToken cancellationToken
    )
    {
        var findings = await diagnosis.ExamineAsync(cancellationToken);
        var checks = findings.Select(static finding =>
            finding.IsFine ? DoctorFinding.Ok(Name, finding.Detail) : DoctorFinding.Fail(Name, finding.Detail, finding.Advice ?? "")
        );
        return slack is { IsEnabled: true, Mode: SlackMode.Http } && WebHosting.TakesLocalHostsOnly(web)
            ? checks.Append(
                DoctorFinding.Warn(
                    Name,
                    "the web host takes requests for local names only, and Slack's carry the bot's public name.",
                    "Set Web:AllowedHosts to it, such as 'bot.example.com;localhost', unless a proxy in front of the bot rewrites the name."
                )
            )
            : checks;
    }
}
