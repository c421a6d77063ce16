using BriefingBot.Discord;

namespace BriefingBot.Diagnosis;

/// <summary>Does the bot stand as it should on Discord?</summary>
internal static class DiscordCheck
{
    private const string Name = "discord";

    /// <summary>Asks Discord when there is a token.</summary>
    public static async Task<IEnumerable<DoctorFinding>> RunAsync(DiscordDiagnosis diagnosis, CancellationToken cancellationToken)
    {
        var findings = await diagnosis.ExamineAsync(cancellationToken);
        return findings.Select(finding =>
            finding.IsFine ? DoctorFinding.Ok(Name, finding.Detail) : DoctorFinding.Fail(Name, finding.Detail, finding.Advice ?? "")
        );
    }
}
