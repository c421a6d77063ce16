using BriefingBot.Core.Answering;
using BriefingBot.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace BriefingBot.Web.Pages.Asking;

/// <summary>What the address of the ask page says.</summary>
public sealed class AskQuery
{
    private const string Any = "any";

    /// <summary>The question; null for the empty page.</summary>
    [FromQuery(Name = "q")]
    public string? Question { get; init; }

    /// <summary>The earlier questions of the conversation, oldest first.</summary>
    [FromQuery(Name = "h")]
    public string[]? History { get; init; }

    /// <summary><c>extractive</c> for quotes, also when a language model is configured.</summary>
    [FromQuery(Name = "composer")]
    public string? Composer { get; init; }

    /// <summary><c>any</c> sets aside the period that the question names.</summary>
    [FromQuery(Name = "time")]
    public string? Time { get; init; }

    /// <summary><c>any</c> sets aside the outlet or author that the question names.</summary>
    [FromQuery(Name = "source")]
    public string? Source { get; init; }

    /// <summary>What is read from the question and set aside.</summary>
    public SetAside SetAside => new(IsAny(Time), IsAny(Source));

    /// <summary>Who shall write; what is not known counts as the best there is.</summary>
    public ComposerChoice Choice => ComposerText.TryParse(Composer, out var choice) ? choice : ComposerChoice.Best;

    /// <summary>The address of the page that asks this.</summary>
    public static string Address(string question, IEnumerable<string> history, ComposerChoice composer, SetAside setAside = default)
    {
        List<KeyValuePair<string, string?>> fields =
        [
            new("q", question),
            .. history.Select(earlier => new KeyValuePair<string, string?>("h", earlier)),
        ];
        if (composer == ComposerChoice.Extractive)
        {
            fields.Add(new("composer", ComposerText.Extractive));
        }

        if (setAside.Time)
        {
            fields.Add(new("time", Any));
        }

        if (setAside.Source)
        {
            fields.Add(new("source", Any));
        }

        return QueryHelpers.AddQueryString("/", fields);
    }

    private static bool IsAny(string? value) => string.Equals(value, Any, StringComparison.OrdinalIgnoreCase);
}
