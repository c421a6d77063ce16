using BriefingBot.Diagnosis;
using BriefingBot.Documents.Answers;

namespace BriefingBot.Documents;

/// <summary>What <c>doctor --json</c> prints.</summary>
/// <param name="Ok">True when no check failed.</param>
/// <param name="Checks">The checks in the order they ran.</param>
internal sealed record DiagnosisDocument(bool Ok, IReadOnlyList<CheckDocument> Checks)
{
    /// <summary>Makes the document of the findings.</summary>
    public static DiagnosisDocument From(IReadOnlyList<DoctorFinding> findings) =>
        new(
            findings.All(finding => finding.Level != FindingLevel.Fail),
            [
                .. findings.Select(finding => new CheckDocument(
                    finding.Check,
                    finding.Level.ToString().ToLowerInvariant(),
                    finding.Detail,
                    finding.Advice
                )),
            ]
        );
}
