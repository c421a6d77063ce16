namespace BriefingBot.TestServers.Models.Prompts;

/// <summary>A passage of a prompt.</summary>
/// <param name="Number">What a mark names it by.</param>
/// <param name="Outlet">Empty when the prompt does not say.</param>
/// <param name="Title">Empty when the prompt does not say.</param>
/// <param name="Date">As the prompt has it ("2024-11-01", "undated"), without "(newest)".</param>
/// <param name="IsNewest">Whether it is marked as the newest.</param>
/// <param name="Text">The words of the article.</param>
public sealed record PromptPassage(int Number, string Outlet, string Title, string Date, bool IsNewest, string Text)
{
    /// <summary>What tells articles apart: the prompt does not name them otherwise.</summary>
    public string Article => $"{Outlet}\n{Title}";
}
