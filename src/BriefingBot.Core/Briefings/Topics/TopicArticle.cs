using BriefingBot.Core.Coverage;

namespace BriefingBot.Core.Briefings.Topics;

/// <summary>An article in which words of a topic were found.</summary>
/// <param name="Header">The article.</param>
/// <param name="Title">Per word: how often in the headline, and how often of these in small letters.</param>
/// <param name="Body">Per word: the same of its passages.</param>
/// <param name="Together">Does one passage, with the headline, hold all words?</param>
internal sealed record TopicArticle(
    ArticleHeader Header,
    IReadOnlyList<(int All, int Small)> Title,
    IReadOnlyList<(int All, int Small)> Body,
    bool Together
)
{
    /// <summary>Is it about the topic: in its headline, or said several times in its text?</summary>
    public bool IsAbout =>
        Title.All(word => word.All > 0)
        || (
            Together
            && Title.Zip(Body).All(word => word.First.All + word.Second.All > 0)
            && Title.Zip(Body).Min(word => (2 * word.First.All) + word.Second.All) >= 2
        );

    /// <summary>Does its headline, or one passage with the headline, hold all words?</summary>
    public bool IsMentioning => Together || Title.All(word => word.All > 0);

    /// <summary>Does a word stand in it in small letters, or nowhere with a capital?</summary>
    public bool HasSmall(int word) => Title[word].Small + Body[word].Small > 0;

    /// <summary>Are the words that are names written as names throughout?</summary>
    public bool WritesNames(IReadOnlyList<bool> names) => !Enumerable.Range(0, names.Count).Any(i => names[i] && HasSmall(i));

    /// <summary>Counts the words.</summary>
    public static TopicArticle Read(IReadOnlyList<TopicWord> words, TopicText article)
    {
        var title = words.Select(word => word.Count(article.Header.Title, article.Title)).ToArray();
        var body = new (int All, int Small)[words.Count];
        bool together = false;
        foreach (var (text, tokens) in article.Passages)
        {
            bool all = true;
            for (int i = 0; i < words.Count; i++)
            {
                var (count, small) = words[i].Count(text, tokens);
                body[i] = (body[i].All + count, body[i].Small + small);
                all &= count > 0 || title[i].All > 0;
            }

            together |= all;
        }

        return new TopicArticle(article.Header, title, body, together);
    }
}
