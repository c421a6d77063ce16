namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>What a script writes.</summary>
/// <param name="Text">The whole text.</param>
public sealed record ModelReply(string Text)
{
    public ReplyFinish Finish { get; init; }

    /// <summary>The sentences of the text with what the script knows of them; empty when it knows nothing.</summary>
    public IReadOnlyList<WrittenSentence> Sentences { get; init; } = [];

    /// <summary>Joins sentences to one paragraph.</summary>
    public static ModelReply Of(IReadOnlyList<WrittenSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return new ModelReply(string.Join(' ', sentences.Select(static sentence => sentence.Text))) { Sentences = sentences };
    }
}
