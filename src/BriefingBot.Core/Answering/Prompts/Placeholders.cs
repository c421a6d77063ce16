namespace BriefingBot.Core.Answering.Prompts;

/// <summary>The names between double braces that prompts are filled in by.</summary>
public static class Placeholders
{
    /// <summary>The code of this request's fences, 16 hexadecimal digits nobody can know beforehand.</summary>
    public const string Nonce = "nonce";

    /// <summary>The passages, fenced and numbered, with outlet, title and date.</summary>
    public const string Passages = "passages";

    /// <summary>The question, fenced.</summary>
    public const string Question = "question";

    /// <summary>The earlier questions of the conversation, fenced and numbered, the oldest first.</summary>
    public const string Earlier = "earlier";

    /// <summary>The topic that a digest is limited to, fenced; empty when there is none.</summary>
    public const string Topic = "topic";

    /// <summary>The day that the answer speaks for: <c>2024-11-01</c>.</summary>
    public const string AsOf = "as_of";

    /// <summary>How many sentences are wanted at the most.</summary>
    public const string MaxSentences = "max_sentences";
}
