using BriefingBot.Core.Ingestion.Sources;

namespace BriefingBot.Core.Ingestion.Formats;

/// <summary>Takes named values as they come and keeps the best of each field.</summary>
internal sealed class FieldCollector
{
    private readonly Dictionary<ArticleField, (int Rank, string Value)> _values = [];
    private string? _withheld;

    /// <summary>The best value of a field so far.</summary>
    public string? this[ArticleField field] => _values.TryGetValue(field, out var found) ? found.Value : null;

    /// <summary>Takes a value; blank ones and names that mean nothing are left alone.</summary>
    public void Add(string name, string? value)
    {
        var (field, rank) = FieldNames.Of(name);
        if (field == ArticleField.None || string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        value = value.Trim();
        switch (field)
        {
            case ArticleField.Draft when YesOrNo(value) == true:
                _withheld ??= "it is marked as a draft";
                return;
            case ArticleField.Published when YesOrNo(value) is { } published:
                _withheld ??= published ? null : "it is marked as not published";
                return;
            case ArticleField.Status:
                _withheld ??= value.ToLowerInvariant()
                    is "draft"
                        or "pending"
                        or "private"
                        or "scheduled"
                        or "future"
                        or "trash"
                        or "auto-draft"
                        or "unpublished"
                    ? $"its status is '{value}'"
                    : null;
                return;
            case ArticleField.Draft:
                return;
        }

        if (!_values.TryGetValue(field, out var known) || rank <= known.Rank)
        {
            _values[field] = (rank, value);
        }
    }

    /// <summary>What was gathered.</summary>
    public SourceMetadata ToMetadata() =>
        new()
        {
            Title = this[ArticleField.Title],
            Outlet = this[ArticleField.Outlet],
            Byline = this[ArticleField.Byline],
            Published = this[ArticleField.Published],
            Updated = this[ArticleField.Updated],
            Url = this[ArticleField.Url],
            Collection = this[ArticleField.Collection],
            Withheld = _withheld,
        };

    private static bool? YesOrNo(string value) =>
        value.ToLowerInvariant() switch
        {
            "true" or "yes" or "on" => true,
            "false" or "no" or "off" => false,
            _ => null,
        };
}
