using BriefingBot.Core.Coverage;
using BriefingBot.Core.Text;

namespace BriefingBot.Core.Retrieval.Ranking;

/// <summary>
/// Which terms of a question the found passages of each article hold together, which its headline does, and how many were found.
/// </summary>
internal sealed class ArticleCoverage
{
    private readonly Dictionary<ArticleId, ulong> _titles = [];
    private readonly Dictionary<ArticleId, ulong> _all = [];
    private readonly Dictionary<ArticleId, int> _found = [];

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
            _found[article.Id] = _found.GetValueOrDefault(article.Id) + 1;
        }
    }

    public ulong OfTitle(ArticleId article) => _titles[article];

    public ulong OfAll(ArticleId article) => _all[article];

    public int Found(ArticleId article) => _found[article];
}
