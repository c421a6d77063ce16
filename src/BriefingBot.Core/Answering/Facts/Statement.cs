using BriefingBot.Core.Text;

namespace BriefingBot.Core.Answering.Facts;

/// <summary>A sentence as a row of words, names, numbers and dates.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Units">In order; they do not overlap.</param>
internal sealed record Statement(string Text, IReadOnlyList<StatementUnit> Units)
{
    /// <summary>Its names.</summary>
    public IEnumerable<StatedName> Names => Units.Select(unit => unit.Name).OfType<StatedName>();

    /// <summary>Its numbers.</summary>
    public IEnumerable<StatedNumber> Numbers => Units.Select(unit => unit.Number).OfType<StatedNumber>();

    /// <summary>Its dates.</summary>
    public IEnumerable<StatedDate> Dates => Units.Select(unit => unit.Date).OfType<StatedDate>();

    /// <summary>Reads a sentence.</summary>
    public static Statement Read(string text)
    {
        var words = WordTokenizer.Tokenize(text);
        List<StatementUnit> units = [];
        List<TextSpan> taken = [];
        foreach (var date in DateReader.Read(text))
        {
            Take(new StatementUnit(UnitKind.Date, date.Start, date.End, StemsIn(words, date.Start, date.End)) { Date = date });
        }

        foreach (var number in NumberReader.Read(text, taken))
        {
            Take(
                new StatementUnit(UnitKind.Number, number.Start, number.End, StemsIn(words, number.Start, number.End)) { Number = number }
            );
        }

        foreach (var name in NameReader.Read(text, taken))
        {
            Take(new StatementUnit(UnitKind.Name, name.Start, name.End, StemsIn(words, name.Start, name.End)) { Name = name });
        }

        units.AddRange(
            words
                .Where(word => !taken.Any(span => word.Start < span.End && span.Start < word.End))
                .Select(word => new StatementUnit(UnitKind.Word, word.Start, word.End, [word.Stem]))
        );
        units.Sort((a, b) => a.Start.CompareTo(b.Start));
        return new Statement(text, units);

        void Take(StatementUnit unit)
        {
            units.Add(unit);
            taken.Add(new TextSpan(unit.Start, unit.End));
        }
    }

    private static string[] StemsIn(IReadOnlyList<WordToken> words, int start, int end) =>
        [.. words.Where(word => word.Start < end && start < word.End).Select(word => word.Stem)];
}
