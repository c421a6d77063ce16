using BriefingBot.Core.Coverage;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval.Ranking;

/// <summary>Which terms of a question the found passages of each article hold together, and which its headline does.</summary>
internal sealed class ArticleCoverage
{
    private readonly Dictionary<ArticleId, ulong> _titles = [];
    private readonly Dictionary<ArticleId, ulong> _all = [];

    public ArticleCoverage(IReadOnlyList<RetrievedPassage> passages, TermCoverage coverage)
    {
        foreach (var passage in passages)
        {
            var article = passage.Passage.Article;
            if (!_titles.TryGetValue(article.Id, out ulong title))
            {
                _titles[article.Id] = title = coverage.Of(WordTokenizer.Tokenize(article.Title));
            }

            ulong bits = _all.GetValueOrDefault(article.Id, title);
            foreach (var sentence in passage.Sentences)
            {
                bits |= sentence.Terms;
            }

            _all[article.Id] = bits;
        }
    }

    public ulong OfTitle(ArticleId article) => _titles[article];

    public ulong OfAll(ArticleId article) => _all[article];
}
