namespace BriefingBot.Core.Answering.Prompts;

/// <summary>What a prompt is for, and what may stand in it.</summary>
/// <param name="Name">The name in its front matter, and its file's name without <c>.md</c>.</param>
/// <param name="Required">The placeholders that it must hold.</param>
/// <param name="Optional">The placeholders that it may hold besides.</param>
public sealed record PromptKind(string Name, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>An answer from passages.</summary>
    public static PromptKind Answer { get; } =
        new("answer", [Placeholders.Nonce, Placeholders.Passages, Placeholders.Question], [Placeholders.AsOf, Placeholders.MaxSentences]);

    /// <summary>A follow-up made to stand for itself.</summary>
    public static PromptKind StandaloneQuestion { get; } =
        new("standalone-question", [Placeholders.Nonce, Placeholders.Earlier, Placeholders.Question], [Placeholders.AsOf]);

    /// <summary>The summary of one article.</summary>
    public static PromptKind Summary { get; } =
        new("summary", [Placeholders.Nonce, Placeholders.Passages], [Placeholders.AsOf, Placeholders.MaxSentences]);

    /// <summary>The opening of a briefing over several articles.</summary>
    public static PromptKind Digest { get; } =
        new("digest", [Placeholders.Nonce, Placeholders.Passages], [Placeholders.AsOf, Placeholders.MaxSentences, Placeholders.Topic]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PromptKind> All { get; } = [Answer, StandaloneQuestion, Summary, Digest];

    /// <summary>The name of its file.</summary>
    public string FileName => Name + ".md";

    /// <summary>Every placeholder that may stand in it.</summary>
    public IEnumerable<string> Allowed => Required.Concat(Optional);
}
