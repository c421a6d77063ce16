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

    /// <summary>The period that the question names is set aside.</summary>
    public bool AnyTime => string.Equals(Time, Any, StringComparison.OrdinalIgnoreCase);

    /// <summary>Who shall write; what is not known counts as the best there is.</summary>
    public ComposerChoice Choice => ComposerText.TryParse(Composer, out var choice) ? choice : ComposerChoice.Best;

    /// <summary>The address of the page that asks this.</summary>
    public static string Address(string question, IEnumerable<string> history, ComposerChoice composer, bool anyTime = false)
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

        if (anyTime)
        {
            fields.Add(new("time", Any));
        }

        return QueryHelpers.AddQueryString("/", fields);
    }
}
