namespace BriefingBot.Inference.LocalEncoder.Tokenization;

/// <summary>The memory of one tokenization at a time; it grows to the longest text seen and is used again.</summary>
internal sealed class TokenizerScratch
{
    private char[] _source = [];

    /// <summary>The normalized text.</summary>
    public char[] Text { get; private set; } = [];

    /// <summary>The best score of the text up to each position.</summary>
    public double[] Scores { get; private set; } = [];

    /// <summary>Where the last piece of that best way starts.</summary>
    public int[] Starts { get; private set; } = [];

    /// <summary>The id of that piece.</summary>
    public int[] Pieces { get; private set; } = [];

    /// <summary>Room for the raw text; what it held is lost.</summary>
    public char[] ReserveSource(int length) => _source = _source.Length >= length ? _source : new char[Grown(length)];

    /// <summary>Room in <see cref="Text"/>; what it held is lost.</summary>
    public char[] ReserveText(int length) => Text = Text.Length >= length ? Text : new char[Grown(length)];

    /// <summary>Room in <see cref="Scores"/>, <see cref="Starts"/> and <see cref="Pieces"/>; what they held is lost.</summary>
    public void ReservePositions(int count)
    {
        if (Scores.Length < count)
        {
            Scores = new double[Grown(count)];
            Starts = new int[Scores.Length];
            Pieces = new int[Scores.Length];
        }
    }

    private static int Grown(int length) => checked((int)Math.Min(Math.Max(256L, length * 5L / 4), Array.MaxLength));
}
