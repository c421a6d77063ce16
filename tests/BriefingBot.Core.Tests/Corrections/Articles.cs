using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Tests.Corrections;

/// <summary>Articles whose paragraphs are their passages.</summary>
internal static class Articles
{
    public static Article Of(params string[] paragraphs)
    {
        List<Passage> passages = [];
        int start = 0;
        foreach (string paragraph in paragraphs)
        {
            passages.Add(new Passage(passages.Count, PassageKind.Body, start, start + paragraph.Length));
            start += paragraph.Length + 2;
        }

        return new Article
        {
            Id = ArticleId.Parse("bus"),
            Title = "Bus leaves road",
            Text = string.Join("\n\n", paragraphs),
            Passages = passages,
        };
    }
}
