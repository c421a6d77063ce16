using System.Globalization;
using BriefingBot.Core.Briefings.Articles;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace BriefingBot.Web.Pages.Articles;

/// <summary>What the address of the articles page says.</summary>
public sealed class ArticlesQuery
{
    private const string Yes = "1";

    /// <summary>The words that are looked for.</summary>
    [FromQuery(Name = "q")]
    public string? Words { get; init; }

    /// <summary>An outlet, in any of its spellings, or an author.</summary>
    [FromQuery(Name = "source")]
    public string? Source { get; init; }

    /// <summary>The first day of publication, as <c>2024-06-21</c>.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>The last day of publication.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary><c>1</c>: only those without a date.</summary>
    [FromQuery(Name = "undated")]
    public string? Undated { get; init; }

    /// <summary>How many come before; what is no number is none.</summary>
    [FromQuery(Name = "offset")]
    public string? Offset { get; init; }

    /// <summary>How many come before.</summary>
    public int Start => int.TryParse(Offset, NumberStyles.None, CultureInfo.InvariantCulture, out int start) ? start : 0;

    /// <summary>Only those without a date.</summary>
    public bool IsUndated => Undated == Yes;

    /// <summary>Does it limit anything?</summary>
    public bool IsSet => IsUndated || new[] { Words, Source, From, To }.Any(value => !string.IsNullOrWhiteSpace(value));

    /// <summary>What is looked for.</summary>
    /// <param name="error">What is wrong with it; null when nothing is.</param>
    public ArticleQuery Read(out string? error)
    {
        var (since, until) = (DayOf(From), DayOf(To));
        error =
            since is null && !string.IsNullOrWhiteSpace(From) ? $"“{From}” is not a day: write it as 2024-06-21."
            : until is null && !string.IsNullOrWhiteSpace(To) ? $"“{To}” is not a day: write it as 2024-06-21."
            : since > until ? "The first day is after the last one."
            : null;
        return new ArticleQuery
        {
            Words = Words,
            Source = Source,
            Since = since,
            Until = until,
            IsUndated = IsUndated,
        };
    }

    /// <summary>The address of another page of the same.</summary>
    public string At(int offset)
    {
        (string Name, string? Value)[] fields =
        [
            ("q", Words),
            ("source", Source),
            ("from", From),
            ("to", To),
            ("undated", Undated),
            ("offset", offset.ToString(CultureInfo.InvariantCulture)),
        ];
        return QueryHelpers.AddQueryString(
            "/articles",
            fields
                .Where(static field => !string.IsNullOrWhiteSpace(field.Value))
                .Select(static field => new KeyValuePair<string, string?>(field.Name, field.Value))
        );
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
