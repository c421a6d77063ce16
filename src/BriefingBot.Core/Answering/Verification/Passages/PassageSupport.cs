using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification.Passages;

/// <summary>How far a passage bears a sentence out, and the row of its sentences that does so best.</summary>
internal sealed class PassageSupport
{
    private const int LongestWindow = 3;

    // A longer quote must be worth its length.
    private const double LengthPenalty = 0.06;

    private const double InflectedWord = 0.8;
    private const int ShortestRoot = 4;

    private PassageSupport(PassageReading passage, double[] marks, double[] windowMarks, double windowShare, int first, int last)
    {
        Passage = passage;
        Marks = marks;
        WindowMarks = windowMarks;
        WindowShare = windowShare;
        Nearest = [.. passage.Sentences.Skip(first).Take(last - first + 1)];
    }

    /// <summary>The passage.</summary>
    public PassageReading Passage { get; }

    /// <summary>How far each unit of the sentence is borne out by the whole passage and what is known of its article, 0 to 1.</summary>
    public IReadOnlyList<double> Marks { get; }

    /// <summary>The same for the best sentences alone.</summary>
    public IReadOnlyList<double> WindowMarks { get; }

    /// <summary>The share of the sentence that the best sentences alone bear out, 0 to 1.</summary>
    public double WindowShare { get; }

    /// <summary>The best sentences, one to three that follow each other; empty for a passage without any.</summary>
    public IReadOnlyList<EvidenceSentence> Nearest { get; }

    /// <summary>The words to show.</summary>
    public LocatedQuote Quote => new(Passage.Passage, Nearest[0].Start, Nearest[^1].End);

    /// <summary>Looks for it.</summary>
    public static PassageSupport Find(StatementWeights said, PassageReading passage)
    {
        int units = said.Said.Units.Count;
        double[][] bySentence = [.. passage.Sentences.Select(sentence => MarksIn(said, sentence))];
        double best = 0;
        double bestShare = 0;
        double[] bestMarks = new double[units];
        int first = 0;
        int last = Math.Min(0, bySentence.Length - 1);
        for (int from = 0; from < bySentence.Length; from++)
        {
            double[] marks = new double[units];
            for (int to = from; to < bySentence.Length && to - from < LongestWindow; to++)
            {
                Raise(marks, bySentence[to]);
                double share = said.Share(marks);
                double score = share - (LengthPenalty * (to - from));
                if (score > best + 1e-9)
                {
                    (best, bestShare, bestMarks, first, last) = (score, share, [.. marks], from, to);
                }
            }
        }

        double[] all = new double[units];
        foreach (double[] marks in bySentence.Concat(passage.Known.Select(known => MarksIn(said, known))))
        {
            Raise(all, marks);
        }

        for (int i = 0; i < units; i++)
        {
            all[i] = said.Said.Units[i].Date is { } date && passage.Dates.Bears(date) ? 1 : all[i];
        }

        return new PassageSupport(passage, all, bestMarks, bestShare, first, last);
    }

    /// <summary>Unit by unit, the most that any of them bears out.</summary>
    public static double[] Union(IReadOnlyList<PassageSupport> supports) => Union(supports, support => support.Marks);

    /// <summary>The same by their best sentences alone.</summary>
    public static double[] UnionOfWindows(IReadOnlyList<PassageSupport> supports) => Union(supports, support => support.WindowMarks);

    private static double[] Union(IReadOnlyList<PassageSupport> supports, Func<PassageSupport, IReadOnlyList<double>> select)
    {
        double[] marks = new double[supports[0].Marks.Count];
        foreach (var support in supports)
        {
            Raise(marks, select(support));
        }

        return marks;
    }

    private static void Raise(double[] marks, IReadOnlyList<double> others)
    {
        for (int i = 0; i < marks.Length; i++)
        {
            marks[i] = Math.Max(marks[i], others[i]);
        }
    }

    private static double[] MarksIn(StatementWeights said, EvidenceSentence sentence)
    {
        double[] marks = new double[said.Said.Units.Count];
        for (int i = 0; i < marks.Length; i++)
        {
            marks[i] = said.Weights[i] == 0 ? 0 : MarkOf(said.Said.Units[i], sentence);
        }

        return marks;
    }

    private static double MarkOf(StatementUnit unit, EvidenceSentence sentence) =>
        unit.Kind switch
        {
            UnitKind.Number => sentence.Statement.Numbers.Any(number => unit.Number!.Equals(number, withUnit: true)) ? 1 : 0,
            UnitKind.Date => sentence.Statement.Dates.Any(date =>
                unit.Date!.Names(date) || (date.Month == unit.Date.Month && date.Day == unit.Date.Day && date.Month is not null)
            )
                ? 1
                : 0,
            UnitKind.Name => ShareOfName(unit.Name!, sentence),
            _ => sentence.Stems.Contains(unit.Stems[0]) ? 1
            : sentence.Stems.Any(stem => AreOfOneRoot(stem, unit.Stems[0])) ? InflectedWord
            : 0,
        };

    private static double ShareOfName(StatedName name, EvidenceSentence sentence)
    {
        EvidenceToken[] words = [.. name.Words.SelectMany(word => EvidenceToken.Read(word.Text))];
        EvidenceToken[] telling = [.. words.Where(word => !TitleWords.Contains(word.Key))];
        telling = telling.Length == 0 ? words : telling;
        int found = telling.Count(word =>
            sentence.Tokens.Any(token =>
                token.IsLike(word)
                || (!token.IsCapital && token.Stem == word.Stem)
                || (word.IsCountry && CountryNames.GroupOf(token.Stem) == CountryNames.GroupOf(word.Stem) && token.IsCapital)
            )
        );
        return telling.Length == 0 ? 0 : (double)found / telling.Length;
    }

    /// <summary>"agre" and "agreement", "invad" and "invas": what the stemmer leaves apart.</summary>
    private static bool AreOfOneRoot(string one, string other)
    {
        int shorter = Math.Min(one.Length, other.Length);
        int common = 0;
        while (common < shorter && one[common] == other[common])
        {
            common++;
        }

        return common >= ShortestRoot && common >= shorter - 1 && Math.Max(one.Length, other.Length) - common <= 5;
    }
}
