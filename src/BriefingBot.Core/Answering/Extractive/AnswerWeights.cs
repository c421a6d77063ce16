using System.Collections.Frozen;
using System.Globalization;

namespace BriefingBot.Core.Answering.Extractive;

/// <summary>
/// The fitted numbers of choosing and refusing, one <c>name = value</c> a line, <c>#</c> before comments that say where they come from. The
/// shipped ones are in <c>answer-weights.txt</c> beside this file. Immutable.
/// </summary>
internal sealed class AnswerWeights
{
    private readonly FrozenDictionary<string, double> _values;

    private AnswerWeights(FrozenDictionary<string, double> values) => _values = values;

    /// <summary>The weights that ship.</summary>
    public static AnswerWeights Shipped { get; } = Parse(ReadLines("Answering/answer-weights.txt"));

    /// <summary>One weight; 0 when it is not named.</summary>
    public double this[string name] => _values.GetValueOrDefault(name);

    /// <summary>The same weights, some of them others.</summary>
    public AnswerWeights With(IEnumerable<KeyValuePair<string, double>> values)
    {
        Dictionary<string, double> all = new(_values, StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            all[name] = value;
        }

        return new AnswerWeights(all.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Reads the file's lines.</summary>
    /// <exception cref="FormatException">A line is not a weight.</exception>
    public static AnswerWeights Parse(IEnumerable<string> lines)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal);
        foreach (string line in lines.Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0))
        {
            values[line.Split('=')[0].Trim()] =
                line.Split('=', 2, StringSplitOptions.TrimEntries) is [_, var value]
                && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                    ? number
                    : throw new FormatException($"'{line}' is not a weight.");
        }

        return new AnswerWeights(values.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>The lines of a file that the assembly holds.</summary>
    internal static string[] ReadLines(string resource)
    {
        using var stream =
            typeof(AnswerWeights).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The assembly holds no {resource}.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().Split('\n');
    }
}
