using BriefingBot.TestServers.Models.Prompts;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts.Falsification;

namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>
/// Answers as <see cref="TruthfulScript"/> does and falsifies a share of the sentences; which and how is noted in the reply's sentences.
/// </summary>
public sealed class HallucinatingScript : ModelScript
{
    public int Seed { get; init; }

    /// <summary>The ways of falsifying; all by default. A sentence that cannot be falsified in one way is in the next.</summary>
    public IReadOnlyList<Hallucination> Kinds { get; init; } = Enum.GetValues<Hallucination>();

    /// <summary>The chance of each sentence to be falsified, 0 to 1; at 1 all are that can be.</summary>
    public double Rate { get; init; } = 0.5;

    /// <summary>Who writes the true sentences.</summary>
    public TruthfulScript Truth { get; init; } = new();

    public override ModelReply Reply(ModelCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        ModelPrompt prompt = PromptReader.Read(call.UserText);
        ModelReply truth = Truth.Reply(call);
        if (truth.Sentences.Count == 0)
        {
            return truth;
        }

        Random dice = new(unchecked((Seed * 7919) ^ prompt.Fingerprint));
        return ModelReply.Of([
            .. truth.Sentences.Select(sentence => dice.NextDouble() < Rate ? Falsify(sentence, prompt, dice) : sentence),
        ]);
    }

    private WrittenSentence Falsify(WrittenSentence sentence, ModelPrompt prompt, Random dice)
    {
        int first = dice.Next(Kinds.Count);
        return Enumerable
                .Range(0, Kinds.Count)
                .Select(step => Falsifier.Apply(sentence, Kinds[(first + step) % Kinds.Count], prompt, dice))
                .FirstOrDefault(static falsified => falsified is not null)
            ?? sentence;
    }
}
