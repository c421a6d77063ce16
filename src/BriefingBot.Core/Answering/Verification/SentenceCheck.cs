using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification.Clauses;
using BriefingBot.Core.Answering.Verification.Notation;
using BriefingBot.Core.Answering.Verification.Passages;
using BriefingBot.Core.Retrieval.Store;
using BriefingBot.Core.Text.Planted;

namespace BriefingBot.Core.Answering.Verification;

/// <summary>
/// Checks a sentence of a draft: locates its quotes, finds the words that bear it out where only a passage was named, moves a citation that
/// names the wrong passage and leaves out one that adds nothing.
/// </summary>
internal sealed class SentenceCheck(Evidence evidence, Strictness strictness)
{
    /// <summary>A citation by itself is worth its place when its best sentences hold this much of the sentence.</summary>
    private const double WorthShare = 0.5;

    /// <summary>Or when without it so much less is borne out.</summary>
    private const double WorthGain = 0.08;

    /// <summary>A passage that was not named must be so much better than the named ones.</summary>
    private const double ClearMargin = 0.15;

    /// <summary>And hold nearly all of the sentence: nobody vouches for it but the words.</summary>
    private const double MovedShare = 0.9;

    /// <summary>Its best sentences too.</summary>
    private const double MovedShownShare = 0.85;

    /// <summary>Other passages are read closely only when they have this share of the sentence's words.</summary>
    private const double WorthReading = 0.6;

    public Verdict Check(DraftSentence sentence)
    {
        if (string.IsNullOrWhiteSpace(sentence.Text) || sentence.Citations.Count == 0)
        {
            return Verdict.Dropped(DropReason.Uncited);
        }

        if (BareRequests.Is(sentence.Text))
        {
            return Verdict.Dropped(DropReason.Request);
        }

        return sentence.Citations.All(citation => citation.Quote is not null) ? CheckQuoted(sentence) : CheckNamed(sentence);
    }

    /// <summary>
    /// Every citation brought its words: they must stand there, and what is not said in them word by word must follow from their passages.
    /// </summary>
    private Verdict CheckQuoted(DraftSentence sentence)
    {
        List<LocatedQuote> located = [];
        foreach (var citation in sentence.Citations)
        {
            if (evidence.Locate(citation.Passage, citation.Quote!) is not { } quote)
            {
                return Verdict.Dropped(DropReason.CitationNotFound);
            }

            located.Add(quote);
        }

        StoredPassage[] passages = [.. located.Select(quote => quote.Passage).DistinctBy(passage => passage.Id)];
        if (FindWhole(sentence.Text, passages).Count > 0 || located.Exists(quote => IsAll(quote.Text, sentence.Text)))
        {
            return new Verdict(located, null);
        }

        return FindFault(sentence.Text, passages) is { } fault ? Verdict.Dropped(fault) : new Verdict(located, null);
    }

    /// <summary>The sentence is all of its quote: a part of one may have lost what denies it.</summary>
    private static bool IsAll(string quote, string text) =>
        new NormalizedText(quote) is var whole && whole.Find(text) is { } place && place.Start == 0 && place.End == quote.Length;

    private DropReason? FindFault(string text, IReadOnlyList<StoredPassage> passages)
    {
        string prose = ForbiddenNotation.WithoutOwn(text, passages);
        if (ForbiddenNotation.StandsIn(prose))
        {
            return DropReason.LinkNotFound;
        }

        StatementWeights said = new(Statement.Read(prose));
        return FindFault(said, [.. passages.Select(passage => PassageSupport.Find(said, evidence.Read(passage)))]);
    }

    private DropReason? FindFault(StatementWeights said, IReadOnlyList<PassageSupport> supports) =>
        SentenceJudge.FindFault(said, supports)
        ?? ClauseCheck.FindFault(said.Said, [.. supports.Select(support => support.Passage)], strictness);

    private Verdict CheckNamed(DraftSentence sentence)
    {
        StoredPassage[] named =
        [
            .. sentence
                .Citations.Select(citation => evidence.Find(citation.Passage))
                .OfType<StoredPassage>()
                .DistinctBy(passage => passage.Id),
        ];
        if (named.Length == 0)
        {
            return Verdict.Dropped(DropReason.CitationNotFound);
        }

        var (text, outlet) = OutletAttribution.Read(sentence.Text, named);
        named = [.. named.Where(passage => IsOf(outlet, passage))];
        var verdict = CheckNamed(text, named, outlet);
        // The outlet may be what the report is about: "the BBC said it would cut jobs".
        return verdict.Fault is not null && outlet is not null && CheckNamed(sentence.Text, named, outlet) is { Fault: null } whole
            ? whole
            : verdict;
    }

    private Verdict CheckNamed(string text, StoredPassage[] named, string? outlet)
    {
        string prose = ForbiddenNotation.WithoutOwn(text, named);
        if (ForbiddenNotation.StandsIn(prose))
        {
            return Verdict.Dropped(DropReason.LinkNotFound);
        }

        if (FindWhole(OutletAttribution.Unquoted(text), named) is { Count: > 0 } verbatim)
        {
            return new Verdict(verbatim, null);
        }

        StatementWeights said = new(Statement.Read(prose));
        if (said.Total == 0)
        {
            return Verdict.Dropped(DropReason.NotSupported);
        }

        PassageSupport[] supports =
        [
            .. named.Select(passage => PassageSupport.Find(said, evidence.Read(passage))).Where(support => support.Nearest.Count > 0),
        ];
        if (supports.Length == 0)
        {
            return Verdict.Dropped(DropReason.NotSupported);
        }

        var worth = Worth(said, supports);
        var fault = FindFault(said, worth);
        if (fault is null)
        {
            return new Verdict([.. worth.Select(support => support.Quote)], null);
        }

        return Repair(said, supports, outlet) is { } moved ? new Verdict([moved.Quote], null) : Verdict.Dropped(fault.Value);
    }

    /// <summary>The sentence stands in a passage word by word, whole sentences: the citations that have it.</summary>
    private List<LocatedQuote> FindWhole(string text, IEnumerable<StoredPassage> passages)
    {
        List<LocatedQuote> found = [];
        foreach (var passage in passages)
        {
            var reading = evidence.Read(passage);
            if (
                reading.Normalized.Find(text) is { } place
                && reading.Sentences.Any(sentence => sentence.Start == passage.Start + place.Start)
                && reading.Sentences.Any(sentence => sentence.End == passage.Start + place.End)
            )
            {
                found.Add(new LocatedQuote(passage, passage.Start + place.Start, passage.Start + place.End));
            }
        }

        return found;
    }

    /// <summary>The citations that say it, or that say what the others do not; all when none does by itself.</summary>
    private static List<PassageSupport> Worth(StatementWeights said, IReadOnlyList<PassageSupport> supports)
    {
        List<PassageSupport> kept = [.. supports];
        foreach (var support in supports.OrderBy(support => support.WindowShare))
        {
            if (kept.Count > 1 && support.WindowShare < WorthShare)
            {
                List<PassageSupport> others = [.. kept.Where(other => other != support)];
                if (said.Share(PassageSupport.Union(kept)) - said.Share(PassageSupport.Union(others)) < WorthGain)
                {
                    kept = others;
                }
            }
        }

        return kept;
    }

    private static bool IsOf(string? outlet, StoredPassage passage) => outlet is null || passage.Article.Outlet == outlet;

    /// <summary>The best retrieved passage that bears the sentence out alone, clearly better than those that were named.</summary>
    private PassageSupport? Repair(StatementWeights said, IReadOnlyList<PassageSupport> named, string? outlet)
    {
        double floor = Math.Max(MovedShare, said.Share(PassageSupport.Union(named)) + ClearMargin);
        string[] stems = [.. said.Said.Units.Where((_, i) => said.Weights[i] > 0).SelectMany(unit => unit.Stems).Distinct()];
        return evidence
            .Passages.Where(passage => IsOf(outlet, passage) && named.All(support => support.Passage.Passage.Id != passage.Id))
            .Select(evidence.Read)
            .Where(reading => stems.Count(reading.Has) >= WorthReading * stems.Length)
            .Select(reading => PassageSupport.Find(said, reading))
            .Where(support => support.Nearest.Count > 0 && support.WindowShare >= MovedShownShare && said.Share(support.Marks) >= floor)
            .OrderByDescending(support => said.Share(support.Marks))
            .FirstOrDefault(support => FindFault(said, [support]) is null);
    }
}
