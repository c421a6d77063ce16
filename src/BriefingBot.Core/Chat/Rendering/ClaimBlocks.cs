using BriefingBot.Core.Answering;
using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Chat.Rendering;

/// <summary>
/// What the coverage has of each claim of a message. Written so that nothing reads as a confirmation: what is there was reported, on a day
/// that is named. Stateless.
/// </summary>
internal static class ClaimBlocks
{
    /// <summary>Stands above the claims.</summary>
    public const string Introduction = "Checked against the coverage, which shows what was reported, not what is true:";

    /// <summary>The claims in their order, each with what is quoted for it.</summary>
    /// <param name="answer">What came of the check.</param>
    /// <param name="quote">Writes a quoted sentence with its marks.</param>
    public static IEnumerable<AnswerBlock> Of(ChatAnswer answer, Func<VerifiedSentence, AnswerUnit> quote)
    {
        yield return new AnswerBlock(AnswerBlockKind.Paragraph, [AnswerUnit.Of(Introduction)]);
        foreach (var claim in answer.Claims)
        {
            yield return new AnswerBlock(AnswerBlockKind.Lines, [Verdict(claim, answer)]);
            if (claim.Sentence is { } place && place < answer.Sentences.Count)
            {
                yield return new AnswerBlock(AnswerBlockKind.Quote, [quote(answer.Sentences[place])]);
            }
        }
    }

    private static AnswerUnit Verdict(CheckedClaim claim, ChatAnswer answer)
    {
        string remark = claim.Remark is { } said ? $", {said}" : "";
        var (verdict, detail) = claim.Outcome switch
        {
            ClaimOutcome.Supported => ("Supported", $" by what was reported{DayOf(claim, answer)}{remark}"),
            ClaimOutcome.Contradicted => ("Contradicted", $" by what was reported{DayOf(claim, answer)}{remark}"),
            _ when claim.Unknown.Count > 0 => (
                "Not in the coverage",
                $", which has nothing on {string.Join(", ", claim.Unknown.Select(static word => $"\u201C{word}\u201D"))}{remark}"
            ),
            _ when claim.Sentence is not null => (
                "Not in the coverage",
                $" in these words; the nearest report{DayOf(claim, answer)} is quoted below"
            ),
            _ => ("Not in the coverage", remark),
        };
        return new AnswerUnit([new Inline(verdict, InlineKind.Strong), new Inline($"{detail}: \u201C{OneLine.Of(claim.Text)}\u201D")]);
    }

    private static string DayOf(CheckedClaim claim, ChatAnswer answer)
    {
        var cited =
            claim.Sentence is { } place && place < answer.Sentences.Count
                ? answer.Citations.FirstOrDefault(citation => answer.Sentences[place].Citations.Contains(citation.Number))
                : null;
        return cited?.Article.Published is { } published ? $" on {ReadableDate.Of(published.Day)}" : "";
    }
}
