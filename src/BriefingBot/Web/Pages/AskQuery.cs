using BriefingBot.Core.Answering;
using BriefingBot.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace BriefingBot.Web.Pages;

/// <summary>What the address of the ask page says.</summary>
public sealed class AskQuery
{
    /// <summary>The question; null for the empty page.</summary>
    [FromQuery(Name = "q")]
    public string? Question { get; init; }

    /// <summary>The earlier questions of the conversation, oldest first.</summary>
    [FromQuery(Name = "h")]
    public string[]? History { get; init; }

    /// <summary><c>extractive</c> for quotes, also when a language model is configured.</summary>
    [FromQuery(Name = "composer")]
    public string? Composer { get; init; }

    /// <summary>Who shall write; what is not known counts as the best there is.</summary>
    public ComposerChoice Choice => ComposerText.TryParse(Composer, out var choice) ? choice : ComposerChoice.Best;

    /// <summary>The address of the page that asks this.</summary>
    public static string Address(string question, IEnumerable<string> history, ComposerChoice composer)
    {
        IEnumerable<KeyValuePair<string, string?>> fields = [new("q", question), .. history.Select(earlier => new KeyValuePair<string, string?>("h", earlier))];
        return QueryHelpers.AddQueryString("/", composer == ComposerChoice.Extractive ? fields.Append(new("composer", ComposerText.Extractive)) : fields);
    }
}
