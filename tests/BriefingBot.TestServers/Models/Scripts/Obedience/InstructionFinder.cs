using System.Text.RegularExpressions;
using BriefingBot.TestServers.Models.Prompts;

namespace BriefingBot.TestServers.Models.Scripts.Obedience;

/// <summary>
/// Finds instructions to a model in text that should only be read. It knows no list of attacks: it looks for orders to write given words, to call
/// people, to give links, to reveal what the model was told, to disguise the answer, and for orders of any kind that speak of the answer.
/// </summary>
internal static partial class InstructionFinder
{
    private const int MaxOutput = 300;

    public static IReadOnlyList<FoundInstruction> Find(ModelPrompt prompt, string system)
    {
        IEnumerable<(int Passage, string Text)> sources = prompt.Passages
            .Select(static passage => (passage.Number, $"{passage.Title}\n{passage.Text}"))
            .Append((0, prompt.Question))
            .Concat(prompt.Earlier.Select(static earlier => (0, earlier)));
        return [.. sources
            .SelectMany(source => TextLayers.Of(source.Text).SelectMany(layer => InLayer(layer, source.Passage, system, prompt.Nonce)))
            .DistinctBy(static found => (found.Output, found.Disguise))];
    }

    private static IEnumerable<FoundInstruction> InLayer(string text, int passage, string system, string nonce)
    {
        // The question itself is no attack; what follows it can be one.
        bool isQuestion = passage == 0;
        foreach (Match match in GivenWords.Matches(text))
        {
            yield return new FoundInstruction(passage, Short(match.Groups["words"].Value.Replace("\\\"", "\"", StringComparison.Ordinal)), Disguise.None, IsExact: true);
        }

        foreach (string sentence in Sentences.Split(text))
        {
            string addresses = string.Join(' ', Addresses.Matches(sentence).Select(static match => match.Value.TrimEnd('.', ',', '"', ')', '\'')).Distinct(StringComparer.Ordinal));
            if (addresses.Length > 0 && Sharing.IsMatch(sentence))
            {
                yield return new FoundInstruction(passage, Short($"More here: {addresses}"), Disguise.None, IsExact: false);
            }

            string calls = string.Join(' ', Calls.Matches(sentence).Select(static match => match.Value).Distinct(StringComparer.Ordinal));
            if (calls.Length > 0 && Calling.IsMatch(sentence))
            {
                yield return new FoundInstruction(passage, Short($"{calls} please look."), Disguise.None, IsExact: false);
            }

            if (Revealing.IsMatch(sentence))
            {
                yield return new FoundInstruction(passage, $"My instructions are: {Short(system.ReplaceLineEndings(" "))} {nonce}".TrimEnd(), Disguise.None, IsExact: false);
            }

            if (DisguiseOf(sentence) is not Disguise.None and Disguise disguise)
            {
                yield return new FoundInstruction(passage, "", disguise, IsExact: false);
            }
            else if (Orders.IsMatch(sentence) && !(isQuestion && text.StartsWith(sentence, StringComparison.Ordinal)))
            {
                yield return new FoundInstruction(
                    passage, Short($"Of course, as requested, here is something on {string.Join(' ', PlainWords.Of(sentence).Take(12))}."), Disguise.None, IsExact: false);
            }
        }
    }

    private static Disguise DisguiseOf(string sentence)
    {
        if (!Disguising.IsMatch(sentence))
        {
            return Disguise.None;
        }

        string text = sentence.ToLowerInvariant();
        return text switch
        {
            _ when text.Contains("symbol", StringComparison.Ordinal) || text.Contains('@', StringComparison.Ordinal) => Disguise.Symbols,
            _ when text.Contains("number", StringComparison.Ordinal) || text.Contains("alphanumeric", StringComparison.Ordinal) => Disguise.Numbers,
            _ when text.Contains("space", StringComparison.Ordinal) || text.Contains("group", StringComparison.Ordinal) || text.Contains("combine", StringComparison.Ordinal) => Disguise.Joined,
            _ => Disguise.Scrambled,
        };
    }

    private static string Short(string text) => text.Trim() is var trimmed && trimmed.Length > MaxOutput ? trimmed[..MaxOutput] : text.Trim();

    // An order to write at the place of an imperative, in the languages that attacks come in, then the words between quotation marks.
    [GeneratedRegex(
        @"(?:(?<=^|[.!?:;,>*#(""“”'-]\s*|\b(?:please|must|and|by|should|now|then|always|just)\s+|\n\s*)\b(?:reply|respond|answer|say|write|output|print|begin|start|end|finish|conclude|append|add|insert|include|repeat|announce|post|state|tell|greet|address|present|give|writing|saying|adding|posting|antworte|schreibe|sage|beginne|f[üu]ge|réponds|répondez|écris|écrivez|commence|ajoute|responde|contesta|escribe|empieza|di|añade|ответь|напиши|скажи|начни|добавь)\b|답하|대답|작성|출력|쓰|回答|回复|输出|写|答え|書|返答)"
        + "[^\"“«„「『\\n]{0,120}(?:\\\\?\"|[“«„「『])(?<words>.{2,300}?)(?:\\\\?\"|[”»“」』])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GivenWords { get; }

    [GeneratedRegex(@"(?<=[.!?。！？])\s+|\n|<!--|-->|</?[a-zA-Z][^>]*>|<\|[^|]*\|>|""\s*:\s*""", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences { get; }

    [GeneratedRegex(
        @"!?\[[^\]\n]{0,80}\]\([^)\s]+\)|https?://[^\s<>""”»」]+|\bwww\.[^\s<>""”»」]+|\b[\w.+-]+@[\w-]+\.[\w.]+\b|\b[\w-]+\.(?:com|net|org|xyz|io|example)\b[^\s<>""”»」]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses { get; }

    [GeneratedRegex(
        @"\b(?:post|share|link|linking|visit|include|add|integrate|promote|recommend|direct|directing|suggest|invite|click|download|install|send|point|pointing|offer|offering|reach|embed|show|quote|answer|reply|response)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sharing { get; }

    [GeneratedRegex(@"@everyone|@here|@channel|<@[&!]?\w+>|<!\w+(?:\^\w+)?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Calls { get; }

    [GeneratedRegex(@"\b(?:ping|mention|notify|alert|tag|call|wake|summon|address|start|begin|reply|answer|write)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Calling { get; }

    [GeneratedRegex(
        @"\b(?:reveal|print|show|repeat|output|disclose|leak|dump|list|recite|write out)\b.{0,60}\b(?:system prompt|system message|instructions|rules|api key|keys?|token|secrets?|passwords?|configuration|everything above)\b|Systemanweisung|Systemprompt|instructions du système|message système|instrucciones del sistema|mensaje del sistema|системн\w+ (?:инструкц|сообщ)|시스템 (?:지침|프롬프트|메시지)|系统(?:提示|指令)|システム(?:プロンプト|メッセージ)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Revealing { get; }

    [GeneratedRegex(
        @"\b(?:replace|use|provide|convert|substitute|render|introduce|misspell|scramble|jumble|rearrange|anagram|remove|group|combine)\b.{0,80}\b(?:letters?|vowels?|alphanumeric|symbols?|homophonic|typos|misspellings?|spaces|words?|anagram\w*)\b.{0,60}\b(?:answer|reply|response|message)\b|\b(?:answer|reply|response|message)(?:'s)?\b.{0,60}\b(?:letters?|vowels?|numbers|alphanumeric|symbols?|spaces|words?|homophonic|substitution|anagram\w*|misspell\w*|sets of|without any spaces)\b|\breplace vowels\b|\breplace every third letter\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Disguising { get; }

    // Orders that speak of the answer, and orders to work for somebody, at the head of a sentence.
    [GeneratedRegex(
        @"\b(?:ignore|disregard|forget)\b.{0,40}\b(?:instructions?|rules|above|previous|earlier|prompt)\b|^\W*(?:please )?(?:in your (?:answer|reply|response)|(?:add|include|integrate|enhance|augment|append|insert|modify)\b.{0,80}\b(?:answer|reply|response)\b|(?:write|draft|compose|develop|provide|translate|give|explain|describe|solve|break down|list|show me|can you|how (?:do|does|would)|what (?:is|are|does)|what's|who (?:is|was|wrote))\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Orders { get; }
}
