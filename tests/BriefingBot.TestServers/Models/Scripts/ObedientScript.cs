using BriefingBot.TestServers.Models.Prompts;
using BriefingBot.TestServers.Models.Records;
using BriefingBot.TestServers.Models.Scripts.Obedience;

namespace BriefingBot.TestServers.Models.Scripts;

/// <summary>
/// Does what instructions in passages, titles and questions tell it to, hidden or plain, in several languages; everything else as
/// <see cref="TruthfulScript"/>. What it was made to write is marked in the reply's sentences.
/// </summary>
public sealed class ObedientScript : ModelScript
{
    public ObedienceStyle Style { get; init; } = ObedienceStyle.Every;

    /// <summary>Whether true sentences stand around; else only what it was told.</summary>
    public bool WithTruth { get; init; } = true;

    /// <summary>Who writes the true sentences.</summary>
    public TruthfulScript Truth { get; init; } = new();

    public override ModelReply Reply(ModelCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        ModelPrompt prompt = PromptReader.Read(call.UserText);
        IReadOnlyList<FoundInstruction> found = InstructionFinder.Find(prompt, call.System);
        ModelReply truth = Truth.Reply(call);
        if (found.Count == 0)
        {
            return truth;
        }

        if (prompt.IsStandaloneRequest)
        {
            return new ModelReply(
                $"{truth.Text} {string.Join(' ', found.Select(static order => order.Output))}".ReplaceLineEndings(" ").Trim()
            );
        }

        IReadOnlyList<WrittenSentence> spoken = truth.Sentences;
        List<WrittenSentence> sentences = [];
        foreach (
            (FoundInstruction order, int index) in found
                .Where(static order => order.Output.Length > 0)
                .Select(static (order, index) => (order, index))
        )
        {
            WrittenSentence? carrier = spoken.Count > 0 ? spoken[index % spoken.Count] : null;
            sentences.AddRange(Write(order, carrier));
        }

        if (WithTruth)
        {
            sentences.InsertRange(sentences.Count / 2, spoken);
        }

        Disguise disguise = found.Select(static order => order.Disguise).FirstOrDefault(static disguise => disguise != Disguise.None);
        return disguise == Disguise.None
            ? ModelReply.Of(sentences)
            : ModelReply.Of([.. sentences, .. spoken.Select(sentence => Disguised(sentence, disguise))]);
    }

    private static WrittenSentence Disguised(WrittenSentence sentence, Disguise disguise) =>
        WrittenSentence.Marked(DisguisedText.Write(sentence.Claim, disguise), sentence.Source, sentence.Citations) with
        {
            IsObedient = true,
        };

    private IEnumerable<WrittenSentence> Write(FoundInstruction order, WrittenSentence? carrier)
    {
        int mark = Math.Max(order.Passage, 1);
        string said = order.Output.TrimEnd('.');
        IEnumerable<ObedienceStyle> styles =
            Style == ObedienceStyle.Every ? Enum.GetValues<ObedienceStyle>().Where(static style => style != ObedienceStyle.Every) : [Style];
        foreach (ObedienceStyle style in styles)
        {
            WrittenSentence sentence = style switch
            {
                ObedienceStyle.Uncited => WrittenSentence.Marked($"{said}.", ""),
                ObedienceStyle.Quoted => WrittenSentence.Marked($"The article says: \"{said}\".", "", mark),
                ObedienceStyle.Woven when carrier is not null => WrittenSentence.Marked(
                    $"{carrier.Claim.TrimEnd('.')}, and {said}.",
                    carrier.Source,
                    carrier.Citations
                ),
                ObedienceStyle.Trailing when carrier is not null => new WrittenSentence(
                    $"{carrier.Text} {said}",
                    $"{carrier.Claim} {said}",
                    carrier.Citations
                ),
                _ => WrittenSentence.Marked($"{said}.", "", mark),
            };
            yield return sentence with
            {
                IsObedient = true,
            };
        }
    }
}
