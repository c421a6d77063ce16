using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using BriefingBot.Core.Language;

namespace BriefingBot.Core.Questions;

/// <summary>
/// Tells in which language a text is, by its script and its small words. What is too short to tell, or holds hardly more than names, is in
/// none. Stateless.
/// </summary>
public static class TextLanguage
{
    /// <summary>Tells which language English is.</summary>
    public const string English = "English";

    private const int MaxRead = 2000;
    private const int FewestWords = 2;

    private static readonly FrozenDictionary<string, string[]> LanguagesOf = LanguageData
        .Map("other-languages", StringComparer.Ordinal)
        .SelectMany(static language => language.Value.Select(word => (Word: word, Language: language.Key)))
        .GroupBy(static pair => pair.Word, static pair => pair.Language, StringComparer.Ordinal)
        .ToFrozenDictionary(static word => word.Key, static word => word.Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>The language by its English name; a script where several languages write it; null when it cannot be told.</summary>
    public static string? Of(string text)
    {
        string read = text.Length > MaxRead ? text[..MaxRead] : text;
        return OfScript(read) ?? OfWords(read);
    }

    private static string? OfScript(string text)
    {
        Dictionary<string, int> letters = new(StringComparer.Ordinal);
        int latin = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsLetter(rune))
            {
                continue;
            }

            if (ScriptOf(rune.Value) is { } script)
            {
                letters[script] = letters.GetValueOrDefault(script) + 1;
            }
            else
            {
                latin++;
            }
        }

        var (name, count) = letters.Count == 0 ? default : letters.MaxBy(static script => script.Value);
        if (count <= latin || name is null)
        {
            return null;
        }

        // Japanese writes Chinese signs among its own.
        return name == "Chinese" && letters.ContainsKey("Japanese") ? "Japanese" : name;
    }

    private static string? ScriptOf(int letter) =>
        letter switch
        {
            >= 0x0370 and <= 0x03FF => "Greek",
            >= 0x0400 and <= 0x052F => "a language in Cyrillic script",
            >= 0x0590 and <= 0x05FF => "Hebrew",
            >= 0x0600 and <= 0x06FF or >= 0x0750 and <= 0x077F => "a language in Arabic script",
            >= 0x0900 and <= 0x097F => "a language in Devanagari script",
            >= 0x0980 and <= 0x09FF => "Bengali",
            >= 0x0E00 and <= 0x0E7F => "Thai",
            >= 0x3040 and <= 0x30FF => "Japanese",
            >= 0x4E00 and <= 0x9FFF => "Chinese",
            >= 0xAC00 and <= 0xD7AF or >= 0x1100 and <= 0x11FF => "Korean",
            _ => null,
        };

    private static string? OfWords(string text)
    {
        Dictionary<string, int> found = new(StringComparer.Ordinal);
        foreach (string word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string bare = word.Trim()
                .ToLower(CultureInfo.InvariantCulture)
                .Trim('?', '!', '.', ',', ';', ':', '"', '(', ')', '¿', '¡', '„', '“', '”', '«', '»');
            foreach (string language in LanguagesOf.GetValueOrDefault(bare) ?? [])
            {
                found[language] = found.GetValueOrDefault(language) + 1;
            }
        }

        int english = found.GetValueOrDefault(English);
        var (name, count) = found
            .Where(static language => language.Key != English)
            .Append(default)
            .MaxBy(static language => language.Value);
        return count >= FewestWords && count > english ? name
            : english >= FewestWords ? English
            : null;
    }
}
