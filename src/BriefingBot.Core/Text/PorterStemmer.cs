namespace BriefingBot.Core.Text;

/// <summary>
/// The suffix stripper of M.F. Porter, "An algorithm for suffix stripping" (1980), as word indexes use it: words of one or two letters stay
/// as they are. Stateless.
/// </summary>
public static class PorterStemmer
{
    private static readonly (string Suffix, string Replacement)[] Step2 =
    [
        ("ational", "ate"),
        ("tional", "tion"),
        ("enci", "ence"),
        ("anci", "ance"),
        ("izer", "ize"),
        ("abli", "able"),
        ("alli", "al"),
        ("entli", "ent"),
        ("eli", "e"),
        ("ousli", "ous"),
        ("ization", "ize"),
        ("ation", "ate"),
        ("ator", "ate"),
        ("alism", "al"),
        ("iveness", "ive"),
        ("fulness", "ful"),
        ("ousness", "ous"),
        ("aliti", "al"),
        ("iviti", "ive"),
        ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3 =
    [
        ("icate", "ic"),
        ("ative", ""),
        ("alize", "al"),
        ("iciti", "ic"),
        ("ical", "ic"),
        ("ful", ""),
        ("ness", ""),
    ];

    private static readonly string[] Step4 =
    [
        "ement",
        "ance",
        "ence",
        "able",
        "ible",
        "ment",
        "ant",
        "ent",
        "ism",
        "ate",
        "iti",
        "ous",
        "ive",
        "ize",
        "ion",
        "al",
        "er",
        "ic",
        "ou",
    ];

    /// <summary>Stems a lower-case word in place.</summary>
    /// <param name="word">The word; its content is changed.</param>
    /// <returns>The length of the stem, which stands at the front of <paramref name="word"/>.</returns>
    public static int Stem(Span<char> word)
    {
        int length = word.Length;
        if (length < 3)
        {
            return length;
        }

        length = StripPlural(word, length);
        length = StripPastAndGerund(word, length);
        if (word[length - 1] == 'y' && HasVowel(word[..(length - 1)]))
        {
            word[length - 1] = 'i';
        }

        length = ReplaceLongest(word, length, Step2);
        length = ReplaceLongest(word, length, Step3);
        length = StripLast(word, length);
        return TidyEnd(word, length);
    }

    private static int StripPlural(Span<char> word, int length)
    {
        if (word[length - 1] != 's')
        {
            return length;
        }

        ReadOnlySpan<char> text = word[..length];
        return text.EndsWith("sses") || text.EndsWith("ies") ? length - 2
            : text.EndsWith("ss") ? length
            : length - 1;
    }

    private static int StripPastAndGerund(Span<char> word, int length)
    {
        ReadOnlySpan<char> text = word[..length];
        if (text.EndsWith("eed"))
        {
            return Measure(text[..^3]) > 0 ? length - 1 : length;
        }

        int cut =
            text.EndsWith("ed") ? 2
            : text.EndsWith("ing") ? 3
            : 0;
        if (cut == 0 || !HasVowel(text[..^cut]))
        {
            return length;
        }

        length -= cut;
        text = word[..length];
        if (text.EndsWith("at") || text.EndsWith("bl") || text.EndsWith("iz"))
        {
            word[length++] = 'e';
        }
        else if (length > 1 && text[^1] == text[^2] && IsConsonant(text, length - 1) && text[^1] is not ('l' or 's' or 'z'))
        {
            length--;
        }
        else if (Measure(text) == 1 && EndsInShortSyllable(text))
        {
            word[length++] = 'e';
        }

        return length;
    }

    private static int ReplaceLongest(Span<char> word, int length, (string Suffix, string Replacement)[] rules)
    {
        ReadOnlySpan<char> text = word[..length];
        string? best = null;
        string replacement = "";
        foreach (var (suffix, with) in rules)
        {
            if ((best is null || suffix.Length > best.Length) && text.EndsWith(suffix))
            {
                (best, replacement) = (suffix, with);
            }
        }

        if (best is null || Measure(text[..^best.Length]) == 0)
        {
            return length;
        }

        length -= best.Length;
        replacement.CopyTo(word[length..]);
        return length + replacement.Length;
    }

    private static int StripLast(Span<char> word, int length)
    {
        ReadOnlySpan<char> text = word[..length];
        foreach (string suffix in Step4)
        {
            if (text.EndsWith(suffix))
            {
                var stem = text[..^suffix.Length];
                bool strips = Measure(stem) > 1 && (suffix != "ion" || (stem.Length > 0 && stem[^1] is 's' or 't'));
                return strips ? stem.Length : length;
            }
        }

        return length;
    }

    private static int TidyEnd(Span<char> word, int length)
    {
        ReadOnlySpan<char> text = word[..length];
        if (text[^1] == 'e')
        {
            int measure = Measure(text[..^1]);
            if (measure > 1 || (measure == 1 && !EndsInShortSyllable(text[..^1])))
            {
                length--;
            }
        }

        text = word[..length];
        return length > 1 && text[^1] == 'l' && text[^2] == 'l' && Measure(text[..^1]) > 1 ? length - 1 : length;
    }

    private static bool IsConsonant(ReadOnlySpan<char> word, int index) =>
        word[index] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => false,
            'y' => index == 0 || !IsConsonant(word, index - 1),
            _ => true,
        };

    private static bool HasVowel(ReadOnlySpan<char> word)
    {
        for (int i = 0; i < word.Length; i++)
        {
            if (!IsConsonant(word, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Porter's m: how often a vowel run is followed by a consonant run.</summary>
    private static int Measure(ReadOnlySpan<char> word)
    {
        int measure = 0;
        bool afterVowel = false;
        for (int i = 0; i < word.Length; i++)
        {
            bool consonant = IsConsonant(word, i);
            if (consonant && afterVowel)
            {
                measure++;
            }

            afterVowel = !consonant;
        }

        return measure;
    }

    /// <summary>Porter's *o: consonant, vowel, consonant that is not w, x or y.</summary>
    private static bool EndsInShortSyllable(ReadOnlySpan<char> word) =>
        word.Length >= 3
        && IsConsonant(word, word.Length - 1)
        && !IsConsonant(word, word.Length - 2)
        && IsConsonant(word, word.Length - 3)
        && word[^1] is not ('w' or 'x' or 'y');
}
