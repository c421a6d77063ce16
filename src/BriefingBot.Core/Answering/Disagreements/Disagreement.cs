using System.Globalization;
using System.Text;
using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Answering.Disagreements;

/// <summary>
/// Two checked sentences of an answer that say the same with another number or date. Both are right about their articles; which is right
/// about the world is the reader's to judge.
/// </summary>
/// <param name="First">What the earlier sentence says.</param>
/// <param name="Second">What the later one says.</param>
public sealed record Disagreement(DisagreementSide First, DisagreementSide Second)
{
    /// <summary><c>The reports differ: 8,000 soldiers [1] (November 1, 2024); 10,000 soldiers [2] (the same report).</c></summary>
    public override string ToString()
    {
        StringBuilder text = new("The reports differ: ");
        text.Append(CultureInfo.InvariantCulture, $"{First.Value} [{First.Citation}] ({ReadableDate.Of(First.Article.Published)}); ");
        string when = Second.Article.Id == First.Article.Id ? "the same report" : ReadableDate.Of(Second.Article.Published);
        return text.Append(CultureInfo.InvariantCulture, $"{Second.Value} [{Second.Citation}] ({when}).").ToString();
    }
}
