using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Extractive;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;

namespace BriefingBot.Core.Conversations.Claims;

/// <summary>
/// Holds a message against the coverage, claim by claim: supported with its quote, contradicted with what differs, or not told with the
/// words that the coverage does not have. Nothing is called supported that could not be an answer. Thread-safe.
/// </summary>
public sealed class ClaimChecker(HybridRetriever retriever, TimeProvider clock)
{
    /// <summary>Checks the claims of a message.</summary>
    /// <param name="message">Its words.</param>
    /// <param name="collections">The collections that may be seen; null: all.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Null when the message claims nothing that could be looked up.</returns>
    /// <exception cref="Retrieval.Store.StoreException">The coverage cannot be read.</exception>
    public async Task<ClaimCheck?> CheckAsync(string message, IReadOnlyCollection<string>? collections, CancellationToken cancellationToken)
    {
        var (claims, leftOut) = ClaimReader.Read(message);
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        List<ClaimFinding> findings = [];
        List<RetrievedPassage> found = [];
        foreach (string claim in claims)
        {
            if (Read(claim, today) is not { } question)
            {
                continue;
            }

            var retrieved = UnplantedSentences.Of(
                await retriever.RetrieveAsync(question with { Collections = collections }, cancellationToken)
            );
            found.AddRange(retrieved.Passages);
            findings.Add(
                Anaphora.OpensWithPronoun(claim)
                    ? ClaimFinding.NotTold(claim, $"another sentence says whom or what \u201C{claim.Split(' ', 2)[0]}\u201D means")
                    : new ClaimComparison(question, retrieved).Compare()
            );
        }

        if (findings.Count == 0)
        {
            return null;
        }

        CitationVerifier verifier = new(
            new RetrievedPassages([.. found.DistinctBy(static passage => passage.Passage.Id)], [], TimeSpan.Zero)
        );
        CheckedClaim[] checkedClaims = [.. Quote(findings, verifier)];
        return new ClaimCheck(verifier.Complete(ComposerKind.Extractive, today), checkedClaims, leftOut == 0 ? [] : [LeftOut(leftOut)]);
    }

    /// <summary>The claim to be looked up at any time: a day in it is compared, it does not limit the search.</summary>
    private static Question? Read(string claim, DateOnly today)
    {
        try
        {
            return QuestionText.Understand(claim, new StandaloneQuestion(claim, claim.Length), today) with
            {
                Window = null,
                HintedWindow = null,
                Period = null,
            };
        }
        catch (InvalidQuestionException)
        {
            return null;
        }
    }

    /// <summary>The claims with what is quoted for them; a sentence that is quoted twice stands once.</summary>
    private static IEnumerable<CheckedClaim> Quote(List<ClaimFinding> findings, CitationVerifier verifier)
    {
        List<string> quoted = [];
        foreach (var finding in findings)
        {
            int? place = null;
            if (finding.Quote is { } quote)
            {
                place = quoted.IndexOf(quote.Text) is var known and >= 0 ? known : null;
                if (
                    place is null
                    && verifier.Add(new DraftSentence(quote.Text, [new DraftCitation(quote.Passage.Id, quote.Text)], true)) is not null
                )
                {
                    place = quoted.Count;
                    quoted.Add(quote.Text);
                }
            }

            // What cannot be shown is not said.
            yield return finding.Quote is not null && place is null
                ? new CheckedClaim(finding.Claim, ClaimOutcome.NotTold)
                : new CheckedClaim(finding.Claim, finding.Outcome)
                {
                    Sentence = place,
                    Remark = finding.Remark,
                    Unknown = finding.Unknown,
                };
        }
    }

    private static string LeftOut(int count) =>
        count == 1 ? "1 more sentence of the message was not checked." : $"{count} more sentences of the message were not checked.";
}
