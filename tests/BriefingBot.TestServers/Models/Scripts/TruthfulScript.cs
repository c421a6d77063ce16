using BriefingBot.TestServers.Models.Prompts;
using BriefingBot.TestServers.Models.Records;

namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>
/// Answers from the passages alone: the sentences that share most words with the question, from several articles where they say something
/// to it, verbatim, as quotations or lightly rephrased, each with the right mark. Writes "NO ANSWER" when no passage has enough of the
/// question, a standalone question when earlier ones are given, and a summary when there is no question.
/// </summary>
public sealed class TruthfulScript : ModelScript
{
    /// <summary>Varies wording, not truth.</summary>
    public int Seed { get; init; }

    /// <summary>The most sentences of an answer.</summary>
    public int MaxSentences { get; init; } = 4;

    /// <summary>The share of the question's words, weighed by rarity, that one passage must have, 0 to 1.</summary>
    public double MinShare { get; init; } = 0.45;

    /// <summary>How sentences are worded.</summary>
    public Wording Wording { get; init; } = Wording.Mixed;

    public override ModelReply Reply(ModelCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        ModelPrompt prompt = PromptReader.Read(call.UserText);
        return prompt.IsStandaloneRequest ? new ModelReply(StandaloneQuestion.Write(prompt)) : Answer(prompt);
    }

    /// <summary>The answer to a prompt that was read before.</summary>
    public ModelReply Answer(ModelPrompt prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        IReadOnlyList<PassageSentence> chosen =
            prompt.Question.Length == 0
                ? SentenceChoice.Leads(prompt, MaxSentences)
                : SentenceChoice.ForQuestion(prompt, MaxSentences, MinShare);
        if (chosen.Count == 0)
        {
            return new ModelReply(ModelPrompt.NoAnswer);
        }

        Random dice = new(unchecked((Seed * 397) ^ prompt.Fingerprint));
        return ModelReply.Of([
            .. chosen.Select(
                (sentence, index) =>
                    WrittenSentence.Marked(Rewording.Write(sentence, Wording, index, dice), sentence.Text, sentence.Passages)
            ),
        ]);
    }
}
