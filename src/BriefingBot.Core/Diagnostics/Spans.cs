using System.Diagnostics;

namespace BriefingBot.Core.Diagnostics;

/// <summary>The names of the traces: one span for a turn, one for each of its stages.</summary>
public static class Spans
{
    /// <summary>The source that a tracer listens to.</summary>
    public const string SourceName = "BriefingBot";

    /// <summary>A whole turn.</summary>
    public const string Turn = "briefingbot.turn";

    /// <summary>Reading the question.</summary>
    public const string Question = "briefingbot.question";

    /// <summary>Embedding and searching.</summary>
    public const string Retrieval = "briefingbot.retrieval";

    /// <summary>Judging the best of what was found by a reranker; only with one.</summary>
    public const string Reranking = "briefingbot.reranking";

    /// <summary>Drafting.</summary>
    public const string Composing = "briefingbot.composing";

    /// <summary>Writing by a language model, each sentence checked as it comes; only with one, and then in the place of checking.</summary>
    public const string Writing = "briefingbot.writing";

    /// <summary>Checking.</summary>
    public const string Verifying = "briefingbot.verifying";

    /// <summary>The source.</summary>
    public static ActivitySource Source { get; } = new(SourceName);
}
