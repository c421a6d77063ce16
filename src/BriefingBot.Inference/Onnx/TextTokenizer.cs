using System.Text;
using System.Text.Json;
using FastBertTokenizer;

namespace BriefingBot.Inference.Onnx;

/// <summary>Cuts texts into the tokens of a WordPiece vocabulary, the first and last of them the model's own marks. Thread-safe.</summary>
internal sealed class TextTokenizer
{
    /// <summary>More than a window of tokens can ever hold: what stands behind is not even looked at.</summary>
    private const int CharactersPerToken = 64;

    private readonly BertTokenizer _tokenizer;

    private TextTokenizer(BertTokenizer tokenizer) => _tokenizer = tokenizer;

    /// <summary>The file of a folder that tokens come from; null when there is none.</summary>
    public static string? FindFile(string folder) =>
        ((string[])["tokenizer.json", "vocab.txt"]).Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Reads <c>tokenizer.json</c> or <c>vocab.txt</c> of a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="lowercase">Whether <c>vocab.txt</c> is of lower-case letters without accents; <c>tokenizer.json</c> says it
    /// itself.</param>
    /// <exception cref="LocalModelException">There is none, or it is no WordPiece vocabulary.</exception>
    public static TextTokenizer Read(string folder, bool lowercase)
    {
        string path =
            FindFile(folder)
            ?? throw new LocalModelException(
                $"{folder} has neither tokenizer.json nor vocab.txt: copy the one that the model was trained with."
            );
        BertTokenizer tokenizer = new();
        try
        {
            using var file = File.OpenRead(path);
            if (path.EndsWith(".json", StringComparison.Ordinal))
            {
                tokenizer.LoadTokenizerJson(file);
            }
            else
            {
                using StreamReader reader = new(file);
                tokenizer.LoadVocabulary(reader, lowercase);
            }

            return new TextTokenizer(tokenizer);
        }
        catch (Exception exception)
            when (exception
                    is JsonException
                        or InvalidOperationException
                        or ArgumentException
                        or IOException
                        or UnauthorizedAccessException
                        or NotSupportedException
            )
        {
            throw new LocalModelException(
                $"{path} cannot be read as a WordPiece vocabulary, which is what models of the BERT family have: "
                    + $"{exception.Message.ReplaceLineEndings(" ")} "
                    + "Run models with other tokens on a server (Encoder:Provider=OpenAI).",
                exception
            );
        }
    }

    /// <summary>Tokenizes a text; what is too long is cut.</summary>
    public void Encode(string text, TokenBuffers buffers, int most)
    {
        most = Math.Min(most, buffers.Ids.Length);
        buffers.Count = _tokenizer.Encode(
            Clean(text, most),
            buffers.Ids.AsSpan(0, most),
            buffers.Mask.AsSpan(0, most),
            buffers.Types.AsSpan(0, most)
        );
    }

    /// <summary>Tokenizes a pair of texts, the second one marked as such; of a pair that is too long the second text is cut.</summary>
    public void EncodePair(string first, string second, TokenBuffers buffers, TokenBuffers scratch, int most)
    {
        Encode(first, buffers, most / 2);
        Encode(second, scratch, most - buffers.Count + 1);

        // The mark at the beginning of the second text falls away: the one at the end of the first parts them.
        int added = scratch.Count - 1;
        scratch.Ids.AsSpan(1, added).CopyTo(buffers.Ids.AsSpan(buffers.Count));
        buffers.Mask.AsSpan(buffers.Count, added).Fill(1);
        buffers.Types.AsSpan(buffers.Count, added).Fill(1);
        buffers.Count += added;
    }

    /// <summary>Cuts, and replaces halves of characters, which no vocabulary knows and Unicode's normal forms refuse.</summary>
    private static string Clean(string text, int tokens)
    {
        int most = tokens * CharactersPerToken;
        string cut = text.Length > most ? text[..most] : text;
        for (int i = 0; i < cut.Length; i++)
        {
            if (!char.IsSurrogate(cut[i]))
            {
                continue;
            }

            if (!char.IsSurrogatePair(cut, i))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(cut));
            }

            i++;
        }

        return cut;
    }
}
