using System.Collections.Frozen;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Answering.Verification.Clauses.Speech;

/// <summary>Finds who says what: "X said that ...", "...," said X, "according to X". Stateless.</summary>
internal static class SpeechReader
{
    private const int LongestSpeaker = 12;

    private static readonly FrozenDictionary<string, string> Forces = LanguageData
        .Map("speech-verbs")
        .SelectMany(pair => pair.Value.Select(verb => (Root: EnglishVerbs.RootOf(verb), Force: pair.Key)))
        .DistinctBy(pair => pair.Root)
        .ToFrozenDictionary(pair => pair.Root, pair => pair.Force, StringComparer.Ordinal);

    private static readonly FrozenSet<string> PresentForms = LanguageData
        .Map("speech-verbs")
        .SelectMany(static pair => pair.Value)
        .Select(EnglishVerbs.PresentOf)
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Ambiguous = LanguageData
        .Lines("speech-verbs-with-other-senses")
        .Select(EnglishVerbs.RootOf)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Is it a form of such a verb?</summary>
    public static bool IsVerbOfSpeech(ClauseToken token) => Forces.ContainsKey(token.Root);

    /// <summary>Is it the form behind "he"? "Forecasters" and "advisers" are none.</summary>
    public static bool IsPresentForm(ClauseToken token) => PresentForms.Contains(token.Key);

    /// <summary>The force of a verb of speech, or null for another word.</summary>
    public static string? ForceOf(ClauseToken token) => Forces.GetValueOrDefault(token.Root);

    /// <summary>Finds the speeches in order and gives each token the innermost that it is part of.</summary>
    public static IReadOnlyList<SpeechFrame> Read(ClauseToken[] tokens)
    {
        List<SpeechFrame> frames = [];
        for (int i = 0; i < tokens.Length; i++)
        {
            if ((tokens[i].Key == "according" ? ReadAccording(tokens, i) : ReadVerb(tokens, i)) is { } frame)
            {
                frame = frame with { Outer = tokens[i].Speech };
                frames.Add(frame);
                for (int k = frame.First; k <= frame.Last; k++)
                {
                    bool isOfSource = k == frame.Verb || frame.Speaker.Contains(tokens[k]);
                    tokens[k].Speech = isOfSource ? tokens[k].Speech : frame;
                }
            }
        }

        return frames;
    }

    private static SpeechFrame? ReadAccording(ClauseToken[] tokens, int i)
    {
        if (i + 1 >= tokens.Length || tokens[i + 1].Key != "to")
        {
            return null;
        }

        var speaker = PhraseBehind(tokens, i + 2);
        return new SpeechFrame(i, "say", speaker, StartBefore(tokens, i), tokens.Length - 1, null);
    }

    private static SpeechFrame? ReadVerb(ClauseToken[] tokens, int i)
    {
        if (!tokens[i].IsVerb || !Forces.TryGetValue(tokens[i].Root, out string? force) || IsPassive(tokens, i))
        {
            return null;
        }

        bool isBehind =
            Previous(tokens, i) is { } before
            && before.Kind == ClauseTokenKind.Mark
            && before.Key is "," or "?" or "!" or "”" or "\"" or "'" or "’" or "''";
        bool ends = !HasContentBehind(tokens, i) && IsSetOff(tokens, i);
        int next = i + 1 < tokens.Length && tokens[i + 1].Key.EndsWith("ly", StringComparison.Ordinal) ? i + 2 : i + 1;
        bool opens =
            next < tokens.Length
            && (
                tokens[next].Key is "that" or ":" or "“" or "\"" or "‘"
                || (tokens[next].Key is "," && next + 1 < tokens.Length && Quotations.IsMark(tokens[next + 1]))
            );
        if (!ends && !HasContentBehind(tokens, i))
        {
            return null;
        }

        if (
            Ambiguous.Contains(tokens[i].Root)
            && !opens
            && !ends
            && !(isBehind && tokens[i].Key.EndsWith('d'))
            && !HasClauseBehind(tokens, i)
        )
        {
            return null;
        }

        if (isBehind && i + 1 < tokens.Length && StartsPhrase(tokens[i + 1]) && PhraseBefore(tokens, i).Count == 0)
        {
            return new SpeechFrame(i, force, PhraseBehind(tokens, i + 1), StartBefore(tokens, i), tokens.Length - 1, null);
        }

        var speaker = PhraseBefore(tokens, i);
        bool quotesBefore =
            !tokens[i].IsQuoted && tokens.Take(i).Any(token => token.IsQuoted) && tokens.Skip(i).Any(token => token.IsQuoted);
        int first = ends || quotesBefore ? StartBefore(tokens, i) : i + 1;

        return new SpeechFrame(i, force, speaker, first, EndOfRelative(tokens, i) ?? tokens.Length - 1, null);
    }

    /// <summary>"Maxwell, who denied the charges, has been in jail": what is put between commas ends with it.</summary>
    private static int? EndOfRelative(ClauseToken[] tokens, int verb)
    {
        int k = verb - 1;
        while (k > 0 && tokens[k].Kind != ClauseTokenKind.Mark)
        {
            k--;
        }

        if (k < 1 || tokens[k].Key != "," || tokens[k + 1].Key is not ("who" or "which" or "whose" or "where"))
        {
            return null;
        }

        for (int behind = verb + 1; behind + 1 < tokens.Length && !tokens[behind].IsQuoted; behind++)
        {
            if (tokens[behind].Key == "," && (tokens[behind + 1].IsVerb || EnglishVerbs.Auxiliaries.Contains(tokens[behind + 1].Key)))
            {
                return behind - 1;
            }
        }

        return null;
    }

    /// <summary>Where the sentence begins that a token stands in: a row of them may be read as one.</summary>
    private static int StartBefore(ClauseToken[] tokens, int i)
    {
        while (i > 0 && !(tokens[i - 1].Kind == ClauseTokenKind.Mark && tokens[i - 1].Key is "." && !tokens[i - 1].IsQuoted))
        {
            i--;
        }

        return i;
    }

    private static bool StartsPhrase(ClauseToken token) =>
        token.IsName || token.Key is "the" or "a" or "an" or "his" or "her" or "one" || token.Kind == ClauseTokenKind.Content;

    /// <summary>"was confirmed to", "is widely believed to": nobody says it.</summary>
    private static bool IsPassive(ClauseToken[] tokens, int i) =>
        (i > 0 && EnglishVerbs.Being.Contains(tokens[i - 1].Key))
        || (i > 1 && EnglishVerbs.Being.Contains(tokens[i - 2].Key) && tokens[i - 1].Kind != ClauseTokenKind.Mark && !tokens[i - 1].IsName);

    /// <summary>A comma or quotation mark stands before the speaker: "the cuts that he announced" is no speech.</summary>
    private static bool IsSetOff(ClauseToken[] tokens, int verb)
    {
        var speaker = PhraseBefore(tokens, verb);
        for (int k = verb - 1; k >= 0 && verb - k <= (2 * LongestSpeaker); k--)
        {
            if (tokens[k].Kind == ClauseTokenKind.Mark && (speaker.Count == 0 || tokens[k].Start < speaker[0].Start))
            {
                return true;
            }

            if (tokens[k].IsVerb && speaker.Count > 0 && tokens[k].Start < speaker[0].Start)
            {
                return false;
            }
        }

        return false;
    }

    private static ClauseToken? Previous(ClauseToken[] tokens, int i) => i > 0 ? tokens[i - 1] : null;

    private static bool HasContentBehind(ClauseToken[] tokens, int i)
    {
        for (int k = i + 1; k < tokens.Length; k++)
        {
            if (tokens[k].IsContent && (tokens[k].Kind != ClauseTokenKind.Date))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A subject and a verb follow: "believes the bank will".</summary>
    private static bool HasClauseBehind(ClauseToken[] tokens, int i)
    {
        for (int k = i + 1; k < Math.Min(tokens.Length, i + 12) && (tokens[k].Kind != ClauseTokenKind.Mark || tokens[k].Key == ","); k++)
        {
            if (tokens[k].Key == "to")
            {
                return false;
            }

            if (k > i + 1 && (tokens[k].IsVerb || EnglishVerbs.Auxiliaries.Contains(tokens[k].Key)))
            {
                return true;
            }
        }

        return false;
    }

    private static List<ClauseToken> PhraseBehind(ClauseToken[] tokens, int i)
    {
        List<ClauseToken> phrase = [];
        for (int k = i; k < Math.Min(tokens.Length, i + LongestSpeaker) && tokens[k].Kind != ClauseTokenKind.Mark && !tokens[k].IsVerb; k++)
        {
            if (tokens[k].Key is "that" or "who" or "which" or "in" or "on" or "at" or "after" or "as")
            {
                break;
            }

            phrase.Add(tokens[k]);
        }

        return phrase;
    }

    /// <summary>The subject before a verb: over auxiliaries and adverbs, and over what is put between commas.</summary>
    private static List<ClauseToken> PhraseBefore(ClauseToken[] tokens, int verb)
    {
        int k = verb - 1;
        while (
            k >= 0
            && (
                EnglishVerbs.Auxiliaries.Contains(tokens[k].Key)
                || tokens[k].Key is "also" or "not"
                || tokens[k].Key.EndsWith("ly", StringComparison.Ordinal)
            )
        )
        {
            k--;
        }

        List<ClauseToken> phrase = [];
        bool isBetween = k >= 0 && tokens[k].Key == ",";
        if (isBetween)
        {
            // "Smith, the mayor, said": the name stands before what is put between.
            int open = k - 1;
            while (open >= 0 && tokens[open].Key != "," && k - open < LongestSpeaker && !Quotations.IsMark(tokens[open]))
            {
                open--;
            }

            if (open < 0 || tokens[open].Key != ",")
            {
                return phrase;
            }

            phrase.AddRange(tokens[(open + 1)..k]);
            k = open - 1;
        }

        for (int left = 0; k >= 0 && left < LongestSpeaker; k--, left++)
        {
            var token = tokens[k];
            if (
                token.Kind == ClauseTokenKind.Mark
                || (token.IsVerb && !token.IsName)
                || token.Key is "that" or "and" or "but" or "because" or "after" or "while" or "when" or "as" or "if"
            )
            {
                break;
            }

            phrase.Insert(0, token);
        }

        return phrase;
    }
}
