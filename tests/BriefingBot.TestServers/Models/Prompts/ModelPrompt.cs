namespace BriefingBot.TestServers.Models.Prompts;

/// <summary>What the fences of a user message hold.</summary>
/// <param name="Nonce">The hex digits of the fences; empty when there are none.</param>
/// <param name="Passages">In the order of the prompt.</param>
/// <param name="Earlier">Earlier questions, the oldest first.</param>
/// <param name="Question">Empty when there is none, as in a request for a summary.</param>
public sealed record ModelPrompt(string Nonce, IReadOnlyList<PromptPassage> Passages, IReadOnlyList<string> Earlier, string Question)
{
    /// <summary>The line that says that the passages do not answer.</summary>
    public const string NoAnswer = "NO ANSWER";

    /// <summary>Whether a standalone question is asked for, not an answer.</summary>
    public bool IsStandaloneRequest => Earlier.Count > 0;

    /// <summary>A number that follows from the content, not from the nonce: what seeds a reply.</summary>
    public int Fingerprint
    {
        get
        {
            uint hash = 2166136261;
            foreach (char letter in string.Join('\n', [.. Earlier, Question, .. Passages.Select(static passage => passage.Text)]))
            {
                hash = unchecked((hash ^ letter) * 16777619);
            }

            return unchecked((int)hash);
        }
    }
}
