using BriefingBot.Core.Answering;
using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Answering.Verification;
using BriefingBot.Core.Answering.Verification.Passages;
using BriefingBot.Core.Questions;
using BriefingBot.Core.Retrieval;
using BriefingBot.Core.Retrieval.Store;

namespace BriefingBot.Core.Conversations.Claims;

/// <summary>
/// Holds one claim against what was found for it: the gate that answers pass decides whether an article says it. Used by one caller at a
/// time.
/// </summary>
internal sealed class ClaimComparison(Question claim, RetrievedPassages retrieved)
{
    private const int MostRead = 10;
    private const int MostUnknown = 6;

    /// <summary>The share of a claim that makes a report worth showing beside it.</summary>
    private const double NearMatter = 0.6;

    /// <summary>A word or a name of a claim that stands there, in any of its forms.</summary>
    private const double SaidMark = 0.5;

    /// <summary>What a stemmer takes off a word that is no small one.</summary>
    private const int LongEnding = 3;

    private readonly Evidence _evidence = new(retrieved);
    private readonly StatementWeights _said = new(Statement.Read(claim.Text));

    public ClaimFinding Compare()
    {
        SentenceCheck check = new(_evidence, Strictness.Strict);
        List<(StoredPassage Passage, DropReason? Fault)> read = [];
        foreach (var passage in retrieved.Passages.Take(MostRead).Select(static found => found.Passage))
        {
            var verdict = check.Check(new DraftSentence(claim.Text, [new DraftCitation(passage.Id, null)], true));
            if (verdict is { Fault: null, Located: [var quote, ..] } && IsSaidWhole(quote.Passage))
            {
                return new ClaimFinding(claim.Text, ClaimOutcome.Supported, quote, null, []);
            }

            read.Add((passage, verdict.Fault ?? DropReason.NotSupported));
        }

        foreach (var (passage, fault) in read)
        {
            var support = PassageSupport.Find(_said, _evidence.Read(passage));
            if (fault == DropReason.AttributionLost)
            {
                return new ClaimFinding(claim.Text, ClaimOutcome.Supported, support.Quote, "as what somebody says, not as a fact", []);
            }

            if (ClaimDifference.Find(_said, support, fault) is { } difference)
            {
                return new ClaimFinding(claim.Text, ClaimOutcome.Contradicted, support.Quote, difference, []);
            }
        }

        string[] unknown = [.. Unknown().Distinct(StringComparer.OrdinalIgnoreCase).Take(MostUnknown)];
        if (unknown.Length > 0)
        {
            return ClaimFinding.NotTold(claim.Text, null, unknown);
        }

        var nearest = read.Select(passage => PassageSupport.Find(_said, _evidence.Read(passage.Passage)))
            .Where(support => ClaimDifference.TellTheSame(_said, support, NearMatter))
            .MaxBy(static support => support.WindowShare);
        return new ClaimFinding(claim.Text, ClaimOutcome.NotTold, nearest?.Quote, null, []);
    }

    /// <summary>
    /// An answer is written by its article's words, a claim by anybody's: every telling word of it must stand in the sentences that are
    /// shown for it, days in what is known of the article too.
    /// </summary>
    private bool IsSaidWhole(StoredPassage passage)
    {
        var support = PassageSupport.Find(_said, _evidence.Read(passage));
        for (int i = 0; i < _said.Weights.Count; i++)
        {
            var unit = _said.Said.Units[i];
            double mark = unit.Kind == UnitKind.Date ? support.Marks[i] : support.WindowMarks[i];
            if ((_said.Weights[i] > 0 && mark < SaidMark) || (_said.Weights[i] == 0 && HidesBehindStem(unit, support)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A telling word whose stem is that of a small one ("herring" and "her"), and that does not stand there.</summary>
    private bool HidesBehindStem(StatementUnit unit, PassageSupport support)
    {
        string word = _said.Said.Text[unit.Start..unit.End];
        return unit.Kind == UnitKind.Word
            && word.Length >= unit.Stems[0].Length + LongEnding
            && !support.Nearest.Any(sentence => sentence.Statement.Text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// Words that stand in no passage of the coverage, names and numbers first, and days that nothing of what was found is of.
    /// </summary>
    private IEnumerable<string> Unknown()
    {
        var terms = (retrieved.Read ?? claim).Terms;
        bool isCounted = retrieved.Counts.Count == terms.Count;
        foreach (var term in terms.Where((_, i) => isCounted && retrieved.Counts[i] == 0).OrderBy(static term => !term.IsName))
        {
            yield return term.Surface;
        }

        var readings = retrieved.Passages.Take(MostRead).Select(found => _evidence.Read(found.Passage)).ToList();
        foreach (var date in _said.Said.Dates.Where(date => !readings.Exists(reading => reading.Dates.Bears(date))))
        {
            yield return _said.Said.Text[date.Start..date.End];
        }
    }
}
