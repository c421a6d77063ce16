using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Retrieval;
using BriefingBot.TestServers.Models.Prompts;
using BriefingBot.TestServers.Models.Scripts;
using BriefingBot.TestServers.Models.Scripts.Falsification;

namespace BriefingBot.Benchmarks.Verifier;

/// <summary>
/// Puts true sentences about retrieved passages to the check, word by word, as quotations and rephrased, and after them each falsified in
/// every way that it can be.
/// </summary>
internal sealed class CorruptionTrial
{
    private static readonly Wording[] Wordings = [Wording.Verbatim, Wording.Quoted, Wording.Rephrased];

    private readonly RetrievedPassages _retrieved;
    private readonly ModelPrompt _prompt;
    private readonly CitationVerifier _verifier;
    private readonly int _seed;

    /// <summary>Prepares it.</summary>
    /// <param name="question">What is asked; the model answers from the first passages.</param>
    /// <param name="retrieved">What was found.</param>
    /// <param name="passages">How many of them the model is given.</param>
    /// <param name="seed">The same seed gives the same sentences.</param>
    public CorruptionTrial(string question, RetrievedPassages retrieved, int passages, int seed)
    {
        _retrieved = retrieved;
        _verifier = new CitationVerifier(retrieved);
        _seed = seed;
        _prompt = new ModelPrompt(
            "",
            [
                .. retrieved
                    .Passages.Take(passages)
                    .Select(
                        (found, i) =>
                            new PromptPassage(
                                i + 1,
                                found.Passage.Article.Outlet ?? "The article",
                                found.Passage.Article.Title,
                                found.Passage.Article.Published?.Day.ToString("yyyy-MM-dd") ?? "undated",
                                IsNewest: false,
                                found.Passage.Text
                            )
                    ),
            ],
            [],
            question
        );
    }

    /// <summary>Runs it.</summary>
    /// <param name="known">The claims that were tried before; they are left out.</param>
    public IEnumerable<TrialResult> Run(HashSet<string> known)
    {
        foreach (Wording wording in Wordings)
        {
            ModelReply reply = new TruthfulScript
            {
                Wording = wording,
                Seed = _seed,
                MaxSentences = 6,
            }.Answer(_prompt);
            foreach (
                WrittenSentence sentence in reply.Sentences.Where(sentence =>
                    (wording == Wording.Verbatim) == (sentence.Claim == sentence.Source) && known.Add(sentence.Claim)
                )
            )
            {
                yield return Try(TrialGroup.True, wording.ToString(), sentence, sentence);
                Random dice = new(HashCode.Combine(_seed));
                foreach (Hallucination kind in Enum.GetValues<Hallucination>().Where(static kind => kind != Hallucination.NoCitation))
                {
                    if (Falsifier.Apply(sentence, kind, _prompt, dice) is { } falsified)
                    {
                        yield return Try(GroupOf(kind), kind.ToString(), falsified, sentence);
                    }
                }

                foreach (NearMiss kind in Enum.GetValues<NearMiss>())
                {
                    if (NearMisses.Apply(sentence, kind, _prompt, dice) is { } falsified)
                    {
                        yield return Try(GroupOf(kind), kind.ToString(), falsified, sentence);
                    }
                }
            }
        }
    }

    private TrialResult Try(TrialGroup group, string kind, WrittenSentence sentence, WrittenSentence truth)
    {
        DraftCitation[] citations = [.. sentence.Citations.Select(number => new DraftCitation(PassageOf(number), null))];
        int dropped = _verifier.Dropped;
        VerifiedSentence? verified = _verifier.Add(new DraftSentence(sentence.Claim, citations, false));
        if (verified is null)
        {
            return new TrialResult(
                group,
                kind,
                sentence.Text,
                truth.Text,
                TrialOutcome.Dropped,
                _verifier.Complete(ComposerKind.Model, default).DroppedSentences[dropped].Reason
            );
        }

        var shown = _verifier.SoFar().Citations;
        bool moved = !verified
            .Citations.Select(number => shown[number - 1].Passage)
            .Any(citations.Select(citation => citation.Passage).Contains);
        return new TrialResult(group, kind, sentence.Text, truth.Text, moved ? TrialOutcome.Moved : TrialOutcome.Passed, null);
    }

    private Core.Coverage.PassageId PassageOf(int number) =>
        number <= _prompt.Passages.Count
            ? _retrieved.Passages[number - 1].Passage.Id
            : new Core.Coverage.PassageId(Core.Coverage.ArticleId.Parse("no-such-article"), 1, number);

    private static TrialGroup GroupOf(Hallucination kind) =>
        kind switch
        {
            Hallucination.WrongNumber => TrialGroup.Number,
            Hallucination.WrongDate => TrialGroup.Date,
            Hallucination.InventedName or Hallucination.SwappedName => TrialGroup.Name,
            Hallucination.AlteredQuote or Hallucination.InventedQuote => TrialGroup.Quote,
            Hallucination.Negation => TrialGroup.Negation,
            Hallucination.InventedLink => TrialGroup.Link,
            _ => TrialGroup.Citation,
        };

    private static TrialGroup GroupOf(NearMiss kind) =>
        kind switch
        {
            NearMiss.NumberOfPassage or NearMiss.NameOfPassage or NearMiss.NamesExchanged => TrialGroup.Place,
            <= NearMiss.OtherUnit => TrialGroup.Number,
            <= NearMiss.WeekdayOff => TrialGroup.Date,
            <= NearMiss.OtherLastName => TrialGroup.Name,
            NearMiss.NegationDropped or NearMiss.NeverAdded => TrialGroup.Negation,
            NearMiss.PassageOfArticle or NearMiss.OtherPassage => TrialGroup.Citation,
            _ => TrialGroup.Quote,
        };
}
