using BriefingBot.Inference.LocalEncoder.Tokenization;

namespace BriefingBot.Inference.Tests.LocalEncoder;

/// <summary>The real vocabulary, read once for all tests.</summary>
internal static class LoadedTokenizer
{
    /// <summary>Its pieces and scores.</summary>
    public static Vocabulary Vocabulary { get; } = VocabularyFile.Read(Path.Combine(AppContext.BaseDirectory, "models", "use-lite-en", "vocab.json"));

    /// <summary>A tokenizer over it.</summary>
    public static UnigramTokenizer Instance { get; } = new(Vocabulary);

    /// <summary>All ids of a text.</summary>
    public static ushort[] Encode(string text)
    {
        var ids = new ushort[text.Length * 20 + 1];
        int count = Instance.Encode(text, ids, new TokenizerScratch());
        return ids[..count];
    }
}
