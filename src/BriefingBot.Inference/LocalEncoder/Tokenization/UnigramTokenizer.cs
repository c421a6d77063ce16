namespace BriefingBot.Inference.LocalEncoder.Tokenization;

/// <summary>
/// Cuts text into the pieces whose scores add up to most (a unigram language model decoded by the Viterbi algorithm), exactly as the reference
/// implementation of the model does. Immutable; safe for concurrent use with a scratch for each call.
/// </summary>
internal sealed class UnigramTokenizer
{
    private readonly PieceTrie _trie = new();
    private readonly double[] _scores;

    /// <summary>Builds the trie.</summary>
    public UnigramTokenizer(Vocabulary vocabulary)
    {
        _scores = vocabulary.Scores;
        for (int id = Vocabulary.FirstTextPiece; id < vocabulary.Pieces.Count; id++)
        {
            _trie.Add(vocabulary.Pieces[id], id);
        }
    }

    /// <summary>Writes the ids of the first pieces of a text, as many as fit.</summary>
    /// <param name="text">Any UTF-16 text, lone surrogates included.</param>
    /// <param name="ids">Where they go.</param>
    /// <param name="scratch">Memory that no other call uses meanwhile.</param>
    /// <returns>How many the whole text has; may be more than fit. 0 for empty text only.</returns>
    public int Encode(ReadOnlySpan<char> text, Span<ushort> ids, TokenizerScratch scratch)
    {
        int length = TextNormalizer.Normalize(text, scratch);
        scratch.ReservePositions(length + 1);
        FindBestWay(scratch, length);
        int count = CountPieces(scratch, length);
        WritePieces(scratch, length, count, ids);
        return count;
    }

    private void FindBestWay(TokenizerScratch scratch, int length)
    {
        ReadOnlySpan<char> text = scratch.Text.AsSpan(0, length);
        Span<double> best = scratch.Scores.AsSpan(0, length + 1);
        Span<int> starts = scratch.Starts.AsSpan(0, length + 1);
        Span<int> pieces = scratch.Pieces.AsSpan(0, length + 1);
        best.Fill(double.NegativeInfinity);
        best[0] = 0;
        for (int start = 0; start < text.Length; start++)
        {
            double score = best[start];
            if (double.IsNegativeInfinity(score))
            {
                // Inside a surrogate pair.
                continue;
            }

            bool found = false;
            int node = PieceTrie.Root;
            for (int end = start; end < text.Length && (node = _trie.Next(node, text[end])) != PieceTrie.None;)
            {
                end++;
                if (_trie.TryGetPiece(node, out int id))
                {
                    found = true;
                    Offer(best, starts, pieces, end, start, id, score + _scores[id]);
                }
            }

            if (!found)
            {
                // An unknown symbol costs nothing: so does the reference.
                int width = char.IsHighSurrogate(text[start]) && start + 1 < text.Length ? 2 : 1;
                Offer(best, starts, pieces, start + width, start, Vocabulary.Unknown, score);
            }
        }
    }

    private static void Offer(Span<double> best, Span<int> starts, Span<int> pieces, int end, int start, int id, double score)
    {
        // On a tie the later start wins: starts come in ascending order.
        if (score >= best[end])
        {
            best[end] = score;
            starts[end] = start;
            pieces[end] = id;
        }
    }

    private static int CountPieces(TokenizerScratch scratch, int length)
    {
        int count = 0;
        bool afterUnknown = false;
        for (int end = length; end > 0; end = scratch.Starts[end])
        {
            bool unknown = scratch.Pieces[end] == Vocabulary.Unknown;
            count += unknown && afterUnknown ? 0 : 1;
            afterUnknown = unknown;
        }

        return count;
    }

    // A run of unknown symbols is one token.
    private static void WritePieces(TokenizerScratch scratch, int length, int count, Span<ushort> ids)
    {
        int index = count;
        bool afterUnknown = false;
        for (int end = length; end > 0; end = scratch.Starts[end])
        {
            int id = scratch.Pieces[end];
            if (id == Vocabulary.Unknown && afterUnknown)
            {
                continue;
            }

            afterUnknown = id == Vocabulary.Unknown;
            if (--index < ids.Length)
            {
                ids[index] = (ushort)id;
            }
        }
    }
}
