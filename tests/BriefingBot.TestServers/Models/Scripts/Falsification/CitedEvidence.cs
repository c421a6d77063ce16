using System.Globalization;
using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts.Falsification;

/// <summary>What the passages of a sentence bear out, so that what is put in its place is surely wrong.</summary>
internal sealed class CitedEvidence
{
    public CitedEvidence(ModelPrompt prompt, IReadOnlyList<int> citations)
    {
        Cited = [.. prompt.Passages.Where(passage => citations.Contains(passage.Number))];
        Text = string.Join('\n', Cited.Select(static passage => $"{passage.Outlet}\n{passage.Title}\n{passage.Date}\n{passage.Text}"));
        Days =
        [
            .. Cited
                .Select(static passage =>
                    DateOnly.TryParse(passage.Date, CultureInfo.InvariantCulture, out DateOnly day) ? day : (DateOnly?)null
                )
                .OfType<DateOnly>(),
        ];
    }

    public IReadOnlyList<PromptPassage> Cited { get; }

    /// <summary>Outlets, titles, dates and words of the passages.</summary>
    public string Text { get; }

    /// <summary>When the passages were published.</summary>
    public IReadOnlyList<DateOnly> Days { get; }

    public bool Has(string words) => Text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
