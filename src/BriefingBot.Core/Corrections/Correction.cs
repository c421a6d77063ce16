using BriefingBot.Core.Chat.Journal;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Corrections;

/// <summary>What people who were given an answer should know of an article that it cites.</summary>
public sealed record Correction
{
    /// <summary>What happened.</summary>
    public required CorrectionKind Kind { get; init; }

    /// <summary>The first answer of the conversation that cites the article.</summary>
    public required AnswerId Answer { get; init; }

    /// <summary>The conversation that is told.</summary>
    public required ConversationId Conversation { get; init; }

    /// <summary>The article, as it is now; withdrawn, as it was last.</summary>
    public required ArticleHeader Article { get; init; }

    /// <summary>The revision that was cited.</summary>
    public required int Cited { get; init; }

    /// <summary>The quotes that it touches; of a withdrawn article all that were cited.</summary>
    public required IReadOnlyList<CorrectedQuote> Quotes { get; init; }

    /// <summary>The correction that the article carries, word for word; null when it carries none.</summary>
    public string? Note { get; init; }

    /// <summary>When it was found (UTC).</summary>
    public required DateTimeOffset Found { get; init; }

    /// <summary>Does it tell the same as another, of a former revision?</summary>
    internal bool Repeats(Correction earlier) => Kind == earlier.Kind && Note == earlier.Note && Quotes.SequenceEqual(earlier.Quotes);
}
