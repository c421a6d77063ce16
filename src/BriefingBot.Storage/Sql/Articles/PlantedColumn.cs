using System.Globalization;
using BriefingBot.Core.Text;
using BriefingBot.Core.Text.Planted;

namespace BriefingBot.Storage.Sql.Articles;

/// <summary>
/// What of a passage talks to machines, as its column says it: the revision of the rules, then a span each (<c>"1 12-40"</c>). What was
/// found by other rules is not believed.
/// </summary>
internal static class PlantedColumn
{
    private static readonly string Revision = PlantedInstructions.Revision.ToString(CultureInfo.InvariantCulture);

    /// <summary>Searches a passage.</summary>
    public static string Of(string passage) => string.Join(' ', PlantedInstructions.Search(passage).Select(Write).Prepend(Revision));

    private static string Write(TextSpan span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");

    /// <summary>The spans; null where they must be searched for.</summary>
    /// <param name="column">The column.</param>
    /// <param name="length">Of the passage, in UTF-16 units.</param>
    public static IReadOnlyList<TextSpan>? Read(string? column, int length)
    {
        if (column == Revision)
        {
            return [];
        }

        if (column is null || !column.StartsWith($"{Revision} ", StringComparison.Ordinal))
        {
            return null;
        }

        List<TextSpan> spans = [];
        var text = column.AsSpan();
        foreach (var part in text[(Revision.Length + 1)..].Split(' '))
        {
            var span = text[(Revision.Length + 1)..][part];
            int dash = span.IndexOf('-');
            if (
                dash < 0
                || !int.TryParse(span[..dash], NumberStyles.None, CultureInfo.InvariantCulture, out int start)
                || !int.TryParse(span[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int end)
                || start >= end
                || end > length
            )
            {
                return null;
            }

            spans.Add(new TextSpan(start, end));
        }

        return spans;
    }
}
