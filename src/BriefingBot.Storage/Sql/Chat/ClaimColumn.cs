using BriefingBot.Core.Answering;

namespace BriefingBot.Storage.Sql.Chat;

/// <summary>A checked claim inside a JSON column. The names are stored: never rename.</summary>
internal sealed record ClaimColumn(string Text, int Outcome, int? Sentence, string? Remark, string[] Unknown)
{
    public static ClaimColumn From(CheckedClaim claim) =>
        new(claim.Text, (int)claim.Outcome, claim.Sentence, claim.Remark, [.. claim.Unknown]);

    public CheckedClaim ToClaim() =>
        new(Text, (ClaimOutcome)Outcome)
        {
            Sentence = Sentence,
            Remark = Remark,
            Unknown = Unknown,
        };
}
