using BriefingBot.Core.Answering.Facts;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Verification;

/// <summary>
/// What of a sentence has to stand in its evidence, and how much each unit weighs: words that carry meaning, names, dates, and numbers
/// most.
/// </summary>
internal sealed class StatementWeights
{
    private const double WordWeight = 1;
    private const double NameWeight = 1.5;
    private const double DateWeight = 1;
    private const double NumberWeight = 2;

    /// <summary>Weighs a sentence.</summary>
    public StatementWeights(Statement said)
    {
        Said = said;
        Weights = [.. said.Units.Select(WeightOf)];
        Total = Weights.Sum();
    }

    /// <summary>The sentence.</summary>
    public Statement Said { get; }

    /// <summary>The weight of each unit; 0 for what may stand there anyway.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Their sum.</summary>
    public double Total { get; }

    /// <summary>The weighted share that is borne out.</summary>
    /// <param name="marks">How far each unit is, 0 to 1.</param>
    public double Share(IReadOnlyList<double> marks)
    {
        double sum = 0;
        for (int i = 0; i < Weights.Count; i++)
        {
            sum += Weights[i] * marks[i];
        }

        return Total == 0 ? 0 : sum / Total;
    }

    private static double WeightOf(StatementUnit unit) =>
        unit.Kind switch
        {
            UnitKind.Number => unit.Number!.IsLoose ? WordWeight / 2 : NumberWeight,
            UnitKind.Date => DateWeight,
            UnitKind.Name => NameWeight,
            _ => unit.Stems[0].Length < 2 || StopWords.Contains(unit.Stems[0]) || FreeWords.Contains(unit.Stems[0]) ? 0 : WordWeight,
        };
}
