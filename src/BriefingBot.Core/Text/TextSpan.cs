namespace BriefingBot.Core.Text;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">The first UTF-16 unit.</param>
/// <param name="End">One past the last UTF-16 unit.</param>
public readonly record struct TextSpan(int Start, int End)
{
    /// <summary>How many UTF-16 units it spans.</summary>
    public int Length => End - Start;

    /// <summary>The slice of <paramref name="text"/> that it names.</summary>
    public string Of(string text) => text[Start..End];
}
