namespace BriefingBot.Core.Answering.Extractive.Refusing;

/// <summary>
/// Boosted trees, each adding to the log-odds that the coverage answers. The shipped ones are in <c>answer-trees.txt</c> beside this file.
/// Immutable.
/// </summary>
internal sealed class SignalTrees(IReadOnlyList<SignalTree> trees)
{
    /// <summary>The trees that ship.</summary>
    public static SignalTrees Shipped { get; } = Parse(AnswerWeights.ReadLines("Answering/answer-trees.txt"));

    /// <summary>Reads a file's lines, <c>#</c> before comments.</summary>
    /// <exception cref="FormatException">A line is no tree.</exception>
    public static SignalTrees Parse(IEnumerable<string> lines) =>
        new([.. lines.Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0).Select(SignalTree.Parse)]);

    /// <summary>The sum of what they add.</summary>
    public double Sum(double[] signals)
    {
        double sum = 0;
        foreach (var tree in trees)
        {
            sum += tree.Add(signals);
        }

        return sum;
    }

    /// <summary>The lines that read as these trees.</summary>
    public IEnumerable<string> ToLines() => trees.Select(tree => tree.ToString());
}
