using System.Globalization;

namespace BriefingBot.Core.Answering.Extractive.Refusing;

/// <summary>
/// A small tree over <see cref="AnswerabilitySignals"/>: what it adds to the log-odds that the coverage answers. Written as one line, the
/// node before its branches: <c>signal&lt;cut</c> is followed by the branch below the cut and the one from it on, a number is a leaf.
/// Immutable.
/// </summary>
internal sealed class SignalTree
{
    private const int MostDepth = 6;

    private readonly int _signal;
    private readonly double _value;
    private readonly SignalTree? _below;
    private readonly SignalTree? _above;

    /// <summary>A leaf.</summary>
    public SignalTree(double value) => _value = value;

    /// <summary>A node.</summary>
    public SignalTree(int signal, double cut, SignalTree below, SignalTree above) =>
        (_signal, _value, _below, _above) = (signal, cut, below, above);

    /// <summary>What the tree adds for these signals, in the order of <see cref="AnswerabilityJudge.Names"/>.</summary>
    public double Add(double[] signals)
    {
        var node = this;
        while (node is { _below: { } below, _above: { } above })
        {
            node = signals[node._signal] < node._value ? below : above;
        }

        return node._value;
    }

    /// <exception cref="FormatException">It is no tree, names an unknown signal or is deeper than six.</exception>
    public static SignalTree Parse(string line)
    {
        string[] tokens = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int next = 0;
        var tree = Parse(tokens, ref next, MostDepth);
        return next == tokens.Length ? tree : throw new FormatException($"The tree '{line}' goes on after its end.");
    }

    /// <summary>The line that reads as this tree.</summary>
    public override string ToString() =>
        _below is null || _above is null ? Text(_value) : $"{AnswerabilityJudge.Names[_signal]}<{Text(_value)} {_below} {_above}";

    private static SignalTree Parse(string[] tokens, ref int next, int depth)
    {
        string token = next < tokens.Length ? tokens[next++] : throw new FormatException("A tree ends before its leaves.");
        if (token.Split('<') is not [var name, var cut])
        {
            return new SignalTree(Number(token));
        }

        int signal = AnswerabilityJudge.Names.ToList().IndexOf(name);
        if (signal < 0 || depth == 0)
        {
            throw new FormatException($"'{token}' names no signal, or lies too deep.");
        }

        var below = Parse(tokens, ref next, depth - 1);
        return new SignalTree(signal, Number(cut), below, Parse(tokens, ref next, depth - 1));
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new FormatException($"'{text}' is no number of a tree.");

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
