namespace BriefingBot.Core.Text;

/// <summary>What a word of a text is to a search. Two are equal when their stems are. Immutable.</summary>
/// <param name="stem">Lower case, without diacritics, Porter-stemmed: what the word index holds.</param>
public sealed class StemmedWord(string stem) : IEquatable<StemmedWord>
{
    /// <summary>Lower case, without diacritics, Porter-stemmed: what the word index holds.</summary>
    public string Stem { get; } = stem;

    /// <summary>A number made of the stem, the same in every process: different numbers, different stems.</summary>
    public uint Hash { get; } = HashOf(stem);

    /// <summary>The word in lower case that was stemmed; here, because what is met next to what else is asked for is read faster.</summary>
    internal string Spelled { get; init; } = stem;

    /// <summary>The hash of it.</summary>
    internal uint SpelledHash { get; init; }

    /// <summary>FNV-1a over UTF-16 units.</summary>
    public static uint HashOf(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char unit in word)
        {
            hash = (hash ^ unit) * 16777619;
        }

        return hash;
    }

    /// <inheritdoc/>
    public bool Equals(StemmedWord? other) => other is not null && Hash == other.Hash && Stem == other.Stem;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StemmedWord);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)Hash;

    /// <inheritdoc/>
    public override string ToString() => Stem;
}
