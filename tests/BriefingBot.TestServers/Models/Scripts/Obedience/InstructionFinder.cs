using System.Text.RegularExpressions;
using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts.Obedience;

/// <summary>
/// Finds instructions to a model in text that should only be read. It knows no list of attacks: it looks for orders to write given words,
/// to call people, to give links, to reveal what the model was told, to disguise the answer, and for orders of any kind that speak of the
/// answer.
/// </summary>
internal static class InstructionFinder
{
    private const int MaxOutput = 300;

    public static IReadOnlyList<FoundInstruction> Find(ModelPrompt prompt, string system)
    {
        IEnumerable<(int Passage, string Text)> sources = prompt
            .Passages.Select(static passage => (passage.Number, $"{passage.Title}\n{passage.Text}"))
            .Append((0, prompt.Question))
            .Concat(prompt.Earlier.Select(static earlier => (0, earlier)));
        return
        [
            .. sources
                .SelectMany(source => TextLayers.Of(source.Text).SelectMany(layer => InLayer(layer, source.Passage, system, prompt.Nonce)))
                .DistinctBy(static found => (found.Output, found.Disguise)),
        ];
    }

    private static IEnumerable<FoundInstruction> InLayer(string text, int passage, string system, string nonce)
    {
        // The question itself is no attack; what follows it can be one.
        bool isQuestion = passage == 0;
        foreach (Match match in InstructionPatterns.GivenWords.Matches(text))
        {
            string words = match.Groups["words"].Value.Replace("\\\"", "\"", StringComparison.Ordinal);
            yield return new FoundInstruction(passage, Short(words), Disguise.None, IsExact: true);
        }

        foreach (string sentence in InstructionPatterns.Sentences.Split(text))
        {
            string addresses = Joined(
                InstructionPatterns.Addresses.Matches(sentence).Select(static match => match.Value.TrimEnd('.', ',', '"', ')', '\''))
            );
            if (addresses.Length > 0 && InstructionPatterns.Sharing.IsMatch(sentence))
            {
                yield return new FoundInstruction(passage, Short($"More here: {addresses}"), Disguise.None, IsExact: false);
            }

            string calls = Joined(InstructionPatterns.Calls.Matches(sentence).Select(static match => match.Value));
            if (calls.Length > 0 && InstructionPatterns.Calling.IsMatch(sentence))
            {
                yield return new FoundInstruction(passage, Short($"{calls} please look."), Disguise.None, IsExact: false);
            }

            if (InstructionPatterns.Revealing.IsMatch(sentence))
            {
                string told = $"My instructions are: {Short(system.ReplaceLineEndings(" "))} {nonce}";
                yield return new FoundInstruction(passage, told.TrimEnd(), Disguise.None, IsExact: false);
            }

            if (DisguiseOf(sentence) is not Disguise.None and Disguise disguise)
            {
                yield return new FoundInstruction(passage, "", disguise, IsExact: false);
            }
            else if (InstructionPatterns.Orders.IsMatch(sentence) && !(isQuestion && text.StartsWith(sentence, StringComparison.Ordinal)))
            {
                string done = $"Of course, as requested, here is something on {Joined(PlainWords.Of(sentence).Take(12))}.";
                yield return new FoundInstruction(passage, Short(done), Disguise.None, IsExact: false);
            }
        }
    }

    private static Disguise DisguiseOf(string sentence)
    {
        if (!InstructionPatterns.Disguising.IsMatch(sentence))
        {
            return Disguise.None;
        }

        bool Speaks(params ReadOnlySpan<string> words)
        {
            foreach (string word in words)
            {
                if (sentence.Contains(word, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }

        return Speaks("symbol", "@") ? Disguise.Symbols
            : Speaks("number", "alphanumeric") ? Disguise.Numbers
            : Speaks("space", "group", "combine") ? Disguise.Joined
            : Disguise.Scrambled;
    }

    private static string Joined(IEnumerable<string> words) => string.Join(' ', words.Distinct(StringComparer.Ordinal));

    private static string Short(string text) =>
        text.Trim() is var trimmed && trimmed.Length > MaxOutput ? trimmed[..MaxOutput] : text.Trim();
}
