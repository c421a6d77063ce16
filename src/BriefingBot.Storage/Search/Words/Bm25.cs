namespace BriefingBot.Storage.Search.Words;

/// <summary>
/// The scores of <c>bm25(t, 1.0, 1.0)</c> of SQLite's FTS5 (k1 = 1.2, b = 0.75, https://www.sqlite.org/fts5.html#the_bm25_function).
/// </summary>
/// <param name="passages">How many passages there are.</param>
/// <param name="words">How many words they have together.</param>
internal readonly struct Bm25(long passages, long words)
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const double LeastWeight = 1e-6;
    private const float Flat = (float)(K1 * (1 - B));
    private readonly float _perWord = (float)(K1 * B * passages / words);

    /// <summary>What a stem adds at most to the score of a passage.</summary>
    /// <param name="found">In how many passages it stands.</param>
    public float Most(long found) => (float)(Math.Max(Math.Log((passages - found + 0.5) / (found + 0.5)), LeastWeight) * (K1 + 1));

    /// <summary>What a stem adds to the score of a passage.</summary>
    /// <param name="most">Of <see cref="Most"/>.</param>
    /// <param name="frequency">How often it stands there.</param>
    /// <param name="length">How many words the passage has.</param>
    public float Score(float most, float frequency, int length) => most * frequency / (frequency + Flat + (_perWord * length));
}
